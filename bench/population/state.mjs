/*
 * The population: made-up systems with their meters, owners, qualifications, GIS assets and monthly readings, written by sets past
 * triggers and foreign keys. Everything differs by the number of the system alone, so two runs of a quarter have the same rows.
 */
import { createHash } from 'node:crypto';
import { insertMonth } from './months.mjs';
import { insertParties } from './parties.mjs';
import { insertPlants } from './plants.mjs';
import { withClient } from './sql.mjs';

/** The first month of every population: three years end with the last quarter that is over. */
export const firstMonth = monthsAfter(
  new Date().toISOString().slice(0, 4),
  Math.floor(new Date().getUTCMonth() / 3) * 3 - 36,
);

/** The credentials of a population; they open nothing elsewhere. */
export const tokens = { staff: 'bench-staff', aggregator: 'bench-aggregator', provider: 'bench-provider' };

export const hashOf = token => createHash('sha256').update(token).digest();

/** The id of the first system less one: system n has the id `firstId + n`. */
export const firstId = 1_000_000;

/** The organisation of the aggregator whose portfolio is asked for. */
export const aggregatorId = 1002;

/**
 * Fills an empty migrated database. In: its address; how many systems and months; how many of the months are issued (the last ones
 * are not); `ofAggregator` of the systems belong to one aggregator. One in fifty systems misses each month, unless `complete`.
 */
export async function makePopulation(url, { systems, months, issued, ofAggregator, complete = false }) {
  await withClient(url, async client => {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`);
    await insertParties(client, tokens, hashOf);
    await insertPlants(client, { systems, ofAggregator });
    for (let index = 0; index < months; index += 1) {
      await client.query('select ensure_reading_partition($1)', [`${monthAt(index)}-01`]);
    }
  });
  const every = Array.from({ length: months }, (_, index) => index);
  await Promise.all(
    [0, 1].map(half =>
      withClient(url, async client => {
        await client.query(
          `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'`,
        );
        for (const index of every.filter(each => each % 2 === half)) {
          await insertMonth(client, { month: monthAt(index), index, issued: index < issued, complete });
        }
      }),
    ),
  );
  await withClient(url, client => finish(client, issued));
}

/** What triggers would have noted, and what the planner wants to know. */
async function finish(client, issued) {
  await client.query(
    `insert into issuance_run (quarter, reported_at, reported_by, report_reason, frozen_at, issued_at, issued_by, reason, completed_at)
     select to_char($1::date + n * interval '3 months', 'YYYY"-Q"Q'), now(), 1001, 'bench', now(), now(), 1001, 'bench', now()
     from generate_series(0, $2::int / 3 - 1) n`,
    [`${firstMonth}-01`, issued],
  );
  await client.query(`insert into rollup_dirty (town, from_month)
    select town, span from (select distinct town from system) t cross join (values (null::date), (date '1900-01-01')) span (span)`);
  await client.query('vacuum analyze');
}

/** `2023-07` and 3 -> `2023-10`. */
export function monthAt(index) {
  const [year, month] = firstMonth.split('-').map(Number);
  return monthsAfter(year, month - 1 + index);
}

/** So many months after the first one of a year. */
function monthsAfter(year, months) {
  return new Date(Date.UTC(year, months, 1)).toISOString().slice(0, 7);
}

/** The quarter of a month: `2023-10` -> `2023-Q4`. */
export function quarterAt(index) {
  const [year, month] = monthAt(index).split('-').map(Number);
  return `${year}-Q${Math.ceil(month / 3)}`;
}
