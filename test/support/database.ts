import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database with all migrations applied that belongs to one test file alone. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a database for a test file, as a copy of the template that the run has prepared. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${given('PTS_TEST_TEMPLATE')} STRATEGY FILE_COPY`);
}

/** Makes a database with nothing in it, to which no migration is applied. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('');
}

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

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
