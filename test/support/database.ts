import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { project } from './run-program.js';

/** A database with all migrations applied that belongs to one test file alone. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a database for a test file, as a copy of the template that the run has prepared or of a further one. */
export function createTestDatabase(template = given('PTS_TEST_TEMPLATE')): Promise<TestDatabase> {
  return createDatabase(likeTemplate(template));
}

/** A database to be copied, and what is known of it. */
export interface Template<Told> {
  readonly template: string;
  readonly told: Told;
}

/**
 * Makes a further template, once in a run: whoever asks first prepares it, everybody else waits and is told the same.
 * `prepare` goes on from a copy of the run's template, or of the one that `from` gives: it fills the database at the address that it is
 * given, leaves no connection to it, and tells what JSON can hold.
 */
export async function prepareTemplate<Told>(
  name: string,
  prepare: (url: string, before: Told | undefined) => Promise<Told>,
  from: () => Promise<Template<Told> | undefined> = async () => undefined,
): Promise<Template<Told>> {
  const template = `${given('PTS_TEST_TEMPLATE')}_${name}`;
  const file = join(given('PTS_TEST_DIRECTORY'), `${template}.json`);
  if (!existsSync(file)) await prepareOnce();
  return { template, told: JSON.parse(readFileSync(file, 'utf8')) as Told };

  async function prepareOnce(): Promise<void> {
    const server = given('PTS_TEST_URL');
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]); // until the connection ends
      if (existsSync(file)) return;
      const before = await from();
      await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`); // of a preparation that failed
      await client.query(`CREATE DATABASE ${template} ${likeTemplate(before?.template ?? given('PTS_TEST_TEMPLATE'))}`);
      const url = Object.assign(new URL(server), { pathname: `/${template}` }).href;
      const told = await prepare(url, before?.told);
      writeFileSync(`${file}.unfinished`, JSON.stringify(told), { mode: 0o600 });
      renameSync(`${file}.unfinished`, file);
    } finally {
      await client.end();
    }
  }
}

/** Makes a database with nothing in it, to which no migration is applied. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('');
}

const likeTemplate = (template: string) => `TEMPLATE ${template} STRATEGY FILE_COPY`;

async function createDatabase(like: string): Promise<TestDatabase> {
  const server = given('PTS_TEST_URL');
  const name = `pts_test_${randomBytes(6).toString('hex')}`;
  await statement(server, `CREATE DATABASE ${name} ${like}`);
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    drop: () => statement(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Set by test/support/global-setup.mjs. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests by npm test.`);
  return value;
}

interface WarmStatement {
  serverStatement(url: string, sql: string): Promise<void>;
}

function statement(url: string, sql: string): Promise<void> {
  const file = join(project, 'test', 'support', 'warm', 'server-statement.mjs');
  return globalThis.ptsLoaded<WarmStatement>(file).serverStatement(url, sql);
}
