import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

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

/**
 * Makes a further template, once in a run: whoever asks first prepares it, everybody else waits and is told the same.
 * `prepare` fills the database at the address that it is given, leaves no connection to it, and tells what JSON can hold.
 */
export async function prepareTemplate<Told>(
  name: string,
  prepare: (url: string) => Promise<Told>,
): Promise<{ readonly template: string; readonly told: Told }> {
  const server = given('PTS_TEST_URL');
  const template = `${given('PTS_TEST_TEMPLATE')}_${name}`;
  const file = join(given('PTS_TEST_DIRECTORY'), `${template}.json`);
  await connected(server, async client => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]); // until the connection ends
    if (existsSync(file)) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`); // of a preparation that failed
    await client.query(`CREATE DATABASE ${template} ${likeTemplate(given('PTS_TEST_TEMPLATE'))}`);
    const told = await prepare(Object.assign(new URL(server), { pathname: `/${template}` }).href);
    writeFileSync(file, JSON.stringify(told), { mode: 0o600 });
  });
  return { template, told: JSON.parse(readFileSync(file, 'utf8')) as Told };
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

function statement(url: string, sql: string): Promise<void> {
  return connected(url, async client => void (await client.query(sql)));
}

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
