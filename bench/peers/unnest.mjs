/*
 * The limit of storing readings: INSERT ... SELECT unnest of rows that are judged already, into a table with the columns, checks, indexes
 * and partitions of the product's, without its triggers. It looks nothing up, answers nothing, remembers no key. What its rows refer to is
 * asked in one of two ways: by foreign keys, for each row, as such a table does; or as the product asks it, by its own function, once a
 * statement.
 */
import pg from 'pg';
import { withClient } from '../population/sql.mjs';

/** Whoever inserts -> its table. */
export const unnestTables = { 'sql-unnest': 'bench_reading', 'sql-unnest-once': 'bench_reading_once' };

const references = { meter_id: 'meter', system_id: 'system', submitted_by: 'account', correction_id: 'correction' };

/** Makes the tables in a database. */
export async function makeUnnestTables(url) {
  const { 'sql-unnest': byKeys, 'sql-unnest-once': once } = unnestTables;
  await withClient(url, async client => {
    for (const table of [byKeys, once])
      await client.query(`create table ${table} (like reading including all) partition by range (month)`);
    for (const [column, parent] of Object.entries(references))
      await client.query(`alter table ${byKeys} add foreign key (${column}) references ${parent}`);
    await client.query(`create trigger ${once}_refers_to_what_is_there after insert on ${once}
      referencing new table as added for each statement execute function ask_references_of_reading()`);
  });
}

/** Makes the partitions of a month. */
export async function makeUnnestMonth(url, month) {
  await withClient(url, async client => {
    for (const table of Object.values(unnestTables))
      await client.query(`create table ${table}_${month.replace('-', '_')} partition of ${table}
        for values from ('${month}-01') to (date '${month}-01' + interval '1 month')`);
  });
}

const insertInto = table => ({
  name: `unnest into ${table}`,
  text: `
    insert into ${table} (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags,
      submitted_at, submitted_by)
    select $1::date, id, id, read_at, value_kwh, difference_kwh, difference_kwh, false, 'AUTOMATED', '{}', $6::timestamptz, 1041
    from unnest($2::bigint[], $3::timestamptz[], $4::numeric[], $5::numeric[]) as r (id, read_at, value_kwh, difference_kwh)`,
});

/** Inserts batches of columns, each in a transaction of its own, so many at once. Gives rows and seconds. */
export async function insertBatches({ url, table, month, submittedAt, batches, connections }) {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: '-c jit=off' });
  const waiting = [...batches];
  const insert = insertInto(table);
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async client => {
      for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
        const { ids, readAt, values, differences } = batch;
        await client.query({ ...insert, values: [`${month}-01`, ids, readAt, values, differences, submittedAt] });
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  for (const client of clients) client.release();
  await pool.end();
  return { units: batches.reduce((sum, { ids }) => sum + ids.length, 0), seconds };
}
