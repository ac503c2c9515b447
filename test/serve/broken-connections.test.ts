import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { row, sql } from '../../src/platform/sql.js';
import { openDatabase, pendingMigrations } from '../../src/server/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** Has PostgreSQL break off every connection but the one that asks for it. */
async function breakOff(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

const one = (em: EntityManager) => row(em, sql`select 1 as one`);

test.each([
  ['idle in it', breakOff],
  ['waiting for an answer', (em: EntityManager) => Promise.all([row(em, sql`select pg_sleep(60)`), breakOff()])],
])(
  'a connection that breaks in a transaction, %s, costs the pool no place and does not hold up its end',
  async (_, meanwhile) => {
    const orm = await openDatabase(database.url, { poolSize: 1 });
    const work = orm.em.fork().transactional(async em => {
      await one(em);
      await meanwhile(em);
      await one(em);
    });
    await expect(work).rejects.toThrow();
    expect(await one(orm.em.fork())).toEqual({ one: 1 });
    await orm.close(true);
  },
);

test('a connection that breaks in the pool is replaced by the next statement', async () => {
  const orm = await openDatabase(database.url, { poolSize: 1 });
  await one(orm.em.fork());
  await breakOff();
  await new Promise(resolve => setTimeout(resolve, 50)); // until the pool has heard of it
  expect(await one(orm.em.fork())).toEqual({ one: 1 });
  await orm.close(true);
});

test('to ask what an empty database lacks changes nothing in it', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  expect((await pendingMigrations(database.url))[0]).toMatch(/^01-/);
  const { rows } = await client.query(`select from pg_class where relnamespace = 'public'::regnamespace`);
  await client.end();
  expect(rows).toEqual([]);
});
