import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { row, rows, type Sql, sql } from '../platform/sql.js';
import {
  type CellScope,
  mintedCells,
  monthCells,
  productionCells,
  reporterCells,
  reportingCells,
  reportingOfSystems,
  systemCells,
  systemMonthCells,
  townCells,
} from './cells.js';

/**
 * Brings the roll-ups up to what is committed now, month by month in transactions of their own; one run at a time, another waits for it.
 *
 * A change and the lines that name it are committed together. A line is taken before what it names is computed, so whatever is not
 * seen by the computation has its line still in the log. `month` is that of the clock: from the first reading until it, every month
 * is rolled up. An interrupted run loses nothing: what it took on is kept in `rollup_pending`.
 */
export async function refreshRollups(em: EntityManager, month: Month, signal?: AbortSignal): Promise<void> {
  const asOf = await em.fork().transactional(tx => takeOn(tx, month));
  for (;;) {
    if (signal?.aborted) return;
    if (!(await em.fork().transactional(computeMonths))) break;
  }
  await em.fork().transactional(async tx => {
    await lock(tx);
    await rows(
      tx,
      sql`update rollup_state set as_of = ${asOf}::timestamptz
          where as_of is distinct from ${asOf}::timestamptz and not exists (select from rollup_pending)`,
    );
  });
}

/** Takes the lines of the log, computes the systems of their towns, notes the months to compute; gives the instant before. */
async function takeOn(em: EntityManager, month: Month): Promise<string> {
  await lock(em);
  const { asOf } = await row<{ asOf: string }>(em, sql`select clock_timestamp()::text as "asOf"`);
  const taken = await rows<{ town: string; from: string | null; until: string | null }>(
    em,
    sql`with taken as (delete from rollup_dirty returning town, from_month, until_month)
        select distinct town, from_month::text as "from", until_month::text as until from taken`,
  );
  await rows(
    em,
    sql`with added as (
          insert into rollup_month (month)
          select each::date from generate_series(
            (select min(month) from (select month from reading union all select month from estimated_share) known)::timestamp,
            greatest((select max(month) from reading), ${monthToDate(month)}::date)::timestamp, interval '1 month') each
          on conflict do nothing returning month)
        insert into rollup_pending (month, town)
        select added.month, t.town from added cross join (select distinct town from system) t on conflict do nothing`,
  );
  const spans = taken.filter(({ from }) => from !== null);
  await rows(
    em,
    sql`insert into rollup_pending (month, town)
        select distinct m.month, span.town
        from unnest(${spans.map(({ town }) => town)}::text[], ${spans.map(({ from }) => from)}::date[],
                    ${spans.map(({ until }) => until)}::date[]) as span (town, from_month, until_month)
        join rollup_month m on m.month >= span.from_month and (span.until_month is null or m.month <= span.until_month)
        on conflict do nothing`,
  );
  const towns = [...new Set(taken.filter(({ from }) => from === null).map(({ town }) => town))];
  const ofTowns = sql`s.town = any(${towns}::text[])`;
  if (towns.length > 0) await replace(em, 'system_rollup', ofTowns, systemCells(ofTowns));
  return asOf;
}

/** Computes the latest months that wait, as many as are small together, at least one; false when none waits. */
async function computeMonths(em: EntityManager): Promise<boolean> {
  await lock(em);
  const taken = await rows<{ month: string; town: string }>(
    em,
    sql`delete from rollup_pending where month in (
          select month from (
            select month, row_number() over latest as place, sum(count(*)) over latest as towns
            from rollup_pending group by month window latest as (order by month desc)) waiting
          where place = 1 or towns <= ${townMonthsAtOnce})
        returning month::text as month, town`,
  );
  if (taken.length === 0) return false;
  const towns = [...new Set(taken.map(({ town }) => town))];
  const months = [...new Set(taken.map(({ month }) => month))];
  if (towns.length > manyTowns) await rows(em, planForManyTowns);
  const scope: CellScope = {
    months: column => sql`${column} = any(${months}::date[])`,
    systems: sql`s.town = any(${towns}::text[])`,
  };
  const kept = sql`s.month = any(${months}::date[]) and s.town = any(${towns}::text[])`;
  await remove(em, 'production_rollup', kept);
  await replaceProduction(em, scope);
  await replace(
    em,
    'production_town_rollup',
    kept,
    townCells(sql`month = any(${months}::date[]) and town = any(${towns}::text[])`),
  );
  const ofMonths = sql`month = any(${months}::date[])`;
  await replace(em, 'production_month_rollup', ofMonths, monthCells(ofMonths));
  await replace(em, 'minted_rollup', ofMonths, mintedCells(sql`i.month = any(${months}::date[])`));
  await remove(em, 'reporting_rollup', kept);
  await remove(em, 'reporter_rollup', kept);
  await rows(
    em,
    sql`with each as materialized (${reportingOfSystems(scope)}),
          reporting as (insert into ${columns.reporting_rollup} ${reportingCells(sql`each`)})
        insert into ${columns.reporter_rollup} ${reporterCells(sql`each`)}`,
  );
  return true;
}

/** The state has 351 towns: of a month in which all of them changed nothing else is computed in the same transaction. */
const townMonthsAtOnce = 200;
const manyTowns = 20;

/** Most systems are looked at: whole tables are joined, also right after an import, when the planner believes them to be empty. */
const planForManyTowns = sql`
  select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`;

/**
 * Production by system is computed once, for its own roll-up and for that of towns. Of the former what changed alone is written: of a month in
 * which one more system reported, one row.
 */
async function replaceProduction(em: EntityManager, scope: CellScope): Promise<void> {
  await rows(
    em,
    sql`with cell as materialized (${systemMonthCells(scope)}),
          known as materialized (
            select p.* from system_month_rollup p
            where ${scope.months(sql`p.month`)} and p.system_id in (select s.id from system s where ${scope.systems})),
          written as (
            insert into system_month_rollup (system_id, month, production_kwh, estimated_kwh)
            select cell.* from cell left join known using (system_id, month)
            where (known.production_kwh, known.estimated_kwh) is distinct from (cell.production_kwh, cell.estimated_kwh)
            on conflict (system_id, month) do update set production_kwh = excluded.production_kwh, estimated_kwh = excluded.estimated_kwh),
          gone as materialized (
            select known.system_id, known.month from known left join cell using (system_id, month) where cell.system_id is null),
          removed as (
            delete from system_month_rollup p where ${scope.months(sql`p.month`)} and (p.system_id, p.month) in (select system_id, month from gone))
        insert into ${columns.production_rollup} ${productionCells(scope, sql`select * from cell`)}`,
  );
}

const sums = sql`systems, production_kwh, estimated_kwh, eligible_mwh, unused_readings, unused_kwh`;
const columns = {
  production_rollup: sql`production_rollup (month, town, technology, program, market_sector, ${sums})`,
  production_month_rollup: sql`production_month_rollup (month, technology, program, market_sector, ${sums})`,
  production_town_rollup: sql`production_town_rollup (month, town, ${sums})`,
  minted_rollup: sql`minted_rollup (month, program, town, market_sector, certificates)`,
  reporting_rollup: sql`reporting_rollup (month, town, reported_on, systems, flagged_readings, oldest_flagged_at)`,
  reporter_rollup: sql`reporter_rollup (month, town, das_provider_id, expected_systems, reported_systems, last_reported_on)`,
  system_rollup: sql`system_rollup (town, zip, technology, systems, capacity_kw)`,
} as const;
const names = {
  production_rollup: sql`production_rollup`,
  production_month_rollup: sql`production_month_rollup`,
  production_town_rollup: sql`production_town_rollup`,
  minted_rollup: sql`minted_rollup`,
  reporting_rollup: sql`reporting_rollup`,
  reporter_rollup: sql`reporter_rollup`,
  system_rollup: sql`system_rollup`,
} as const;

/** Puts the cells of the base in the place of those that a condition on `s` names. */
async function replace(em: EntityManager, table: keyof typeof columns, condition: Sql, cells: Sql): Promise<void> {
  await remove(em, table, condition);
  await rows(em, sql`insert into ${columns[table]} ${cells}`);
}

async function remove(em: EntityManager, table: keyof typeof columns, condition: Sql): Promise<void> {
  await rows(em, sql`delete from ${names[table]} s where ${condition}`);
}

async function lock(em: EntityManager): Promise<void> {
  await rows(em, sql`select pg_advisory_xact_lock(hashtextextended('refresh roll-ups', 0))`);
}
