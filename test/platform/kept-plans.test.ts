import type { MikroORM } from '@mikro-orm/postgresql';
import { rows, sql } from '../../src/platform/sql.js';
import { textRows } from '../../src/platform/text-rows.js';
import { openDatabase } from '../../src/server/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let orm: MikroORM;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openDatabase(database.url, { poolSize: 1 });
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const em = () => orm.em.fork();
/** A statement whose plan for just these values looks cheaper, so that PostgreSQL would make it again and again. */
const page = (limit: number) => sql`select pts_id from system where id > ${0} order by id limit ${limit}`;

test('a statement that is asked again is planned once, for whatever values', async () => {
  for (let n = 1; n <= 12; n += 1) await textRows(em(), page(n));
  const { text } = page(1);
  const plans = await textRows(
    em(),
    sql`select generic_plans, custom_plans from pg_prepared_statements where statement = ${text}`,
  );
  expect(plans).toEqual([['12', '0']]);
});

test('all other statements are planned for their values', async () => {
  await textRows(em(), page(1));
  const mode = sql`select current_setting('plan_cache_mode') as mode`;
  expect(await rows(em(), mode)).toEqual([{ mode: 'auto' }]);
  expect(await textRows(em(), mode)).toEqual([['force_generic_plan']]);
});
