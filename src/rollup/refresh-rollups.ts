import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { join, rawSql, row, rows, type Sql, sql } from '../platform/sql.js';
import {
  type CellScope,
  mintedAccountCells,
  mintedCells,
  monthCells,
  productionCells,
  reporterCells,
  reportingCells,
  systemCells,
  systemMonths,
  townCells,
} from './cells.js';

/**
 * Brings the roll-ups up to what is committed now, month by month in transactions of their own; one run at a time, another waits for it.
 *
 * A change and the lines that name it are committed together. A line is taken before what it names is computed, so whatever is not
 * seen by the computation has its line still in the log. `month` is that of the clock: from the first reading until it, every month
 * is rolled up. An interrupted run loses nothing: what it took on is kept in `rollup_pending`.
 *
 * Only the systems that lines name are looked up in the base. What is coarser is summed anew over months of systems, of the towns in which one
 * of these is not what it was: so it is always their sum, also while a system moves.
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
  const { towns } = await row<{ towns: string[] }>(
    em,
    sql`with taken as materialized (delete from rollup_dirty returning town, from_month, until_month, systems),
        added as (
          insert into rollup_month (month)
          select each::date from generate_series(
            (select min(month) from (select month from reading union all select month from estimated_share) known)::timestamp,
            greatest((select max(month) from reading), ${monthToDate(month)}::date)::timestamp, interval '1 month') each
          on conflict do nothing returning month),
        spanned as materialized (
          select m.month, taken.town, taken.systems from taken
          join (select month from rollup_month union all select month from added) m
            on m.month >= taken.from_month and (taken.until_month is null or m.month <= taken.until_month)),
        pending as (
          insert into rollup_pending (month, town, systems)
          select added.month, t.town, null::bigint[] from added cross join (select distinct town from system) t
          union
          select month, town, null from spanned where systems is null
          union all
          select named.month, s.town, array_agg(s.id) from (select distinct month, unnest(systems) as system_id from spanned) named
          join system s on s.id = named.system_id group by named.month, s.town)
        select coalesce(array_agg(distinct town) filter (where from_month is null), '{}') as towns from taken`,
  );
  const ofTowns = sql`cell.town = any(${towns}::text[])`;
  if (towns.length > 0) await replace(em, 'system_rollup', ofTowns, systemCells(ofTowns));
  return asOf;
}

/** What is taken of what waits: arrays, as PostgreSQL writes them. */
interface Taken {
  readonly months: string | null;
  readonly systems: string;
  readonly systemCount: number;
  /** Some line is of a whole town, or of what was minted. */
  readonly wholly: boolean;
}

/** Computes the latest months that wait, as many as are small together, at least one; false when none waits. */
async function computeMonths(em: EntityManager): Promise<boolean> {
  await lock(em);
  const { months, systems, systemCount, wholly } = await row<Taken>(
    em,
    sql`with taken as materialized (
          delete from rollup_pending where month in (
            select month from (
              select month, row_number() over latest as place, sum(count(*)) over latest as lines
              from rollup_pending group by month window latest as (order by month desc)) waiting
            where place = 1 or lines <= ${linesAtOnce})
          returning month, town, systems),
        named as materialized (
          select id from taken, unnest(systems) id
          union
          select s.id from system s where s.town in (select town from taken where systems is null))
        select array_agg(distinct month)::text as months, bool_or(systems is null) as wholly,
               (select coalesce(array_agg(id), '{}')::text from named) as systems, (select count(*)::int from named) as "systemCount"
        from taken`,
  );
  if (months === null) return false;
  const many = systemCount > manySystems;
  if (many) await rows(em, planForManySystems);
  const ofMonths = (column: Sql) => sql`${column} = any(${months}::date[])`;
  const ofSystems = (column: Sql) =>
    many ? sql`${column} in (select unnest(${systems}::bigint[]))` : sql`${column} = any(${systems}::bigint[])`;
  const towns = await writeSystemMonths(em, { months: ofMonths, systems: ofSystems });
  const cellsOfMonths = ofMonths(sql`cell.month`);
  if (towns !== null) {
    const cells = sql`${cellsOfMonths} and cell.town = any(${towns}::text[])`;
    const inTowns = sql`select * from production_rollup cell where ${cells}`;
    const inMonths = sql`select * from production_rollup cell where ${cellsOfMonths}`;
    await replace(em, 'production_rollup', cells, productionCells(cells));
    await replace(em, 'production_town_rollup', cells, townCells(inTowns));
    await replace(em, 'production_month_rollup', cellsOfMonths, monthCells(inMonths));
    await replace(em, 'reporting_rollup', cells, reportingCells(cells));
    await replace(em, 'reporter_rollup', cells, reporterCells(cells));
  }
  if (wholly) {
    await replace(em, 'minted_account_rollup', cellsOfMonths, mintedAccountCells(ofMonths(sql`i.month`)));
    await replace(em, 'minted_rollup', cellsOfMonths, mintedCells(cellsOfMonths));
  }
  return true;
}

/** A line is of a month and town. The state has 351 towns: of a month in which all of them changed nothing else is computed in the same transaction. */
const linesAtOnce = 200;

/**
 * Beyond so many systems whole tables are joined, also right after an import, when the planner believes them to be empty. Fewer are looked up by
 * their ids, as a list: joined to it, a month that the planner knows nothing of was gone through once for each.
 */
const manySystems = 1_000;
const planForManySystems = sql`
  select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`;

/**
 * Rolls up months of systems; gives the towns in which a row is not what it was, as an array that PostgreSQL wrote, or null. What changed alone
 * is written: of a month in which one more system reported, one row.
 */
async function writeSystemMonths(em: EntityManager, scope: CellScope): Promise<string | null> {
  const { towns } = await row<{ towns: string | null }>(
    em,
    sql`with cell as materialized (${systemMonths(scope)}),
          known as materialized (
            select * from system_month_rollup p where ${scope.months(sql`p.month`)} and ${scope.systems(sql`p.system_id`)}),
          outdated as materialized (
            select known.system_id, known.month, known.town, cell.system_id is null as gone
            from known left join cell using (system_id, month) where known is distinct from cell),
          removed as (
            delete from system_month_rollup p
            where ${scope.months(sql`p.month`)} and (p.system_id, p.month) in (select system_id, month from outdated where gone)),
          written as (
            insert into system_month_rollup
            select cell.* from cell left join known using (system_id, month) where known is distinct from cell
            on conflict (system_id, month) do update set ${join(systemMonthColumns.map(column => sql`${column} = excluded.${column}`))}
            returning town)
        select array_agg(distinct town)::text as towns from (select town from outdated union all select town from written) changed`,
  );
  return towns;
}

const systemMonthColumns = [
  ...['town', 'technology', 'program', 'market_sector', 'production_kwh', 'estimated_kwh', 'eligible_mwh'],
  ...[
    'unused_readings',
    'unused_kwh',
    'to_report',
    'das_provider_id',
    'reported_on',
    'flagged_readings',
    'oldest_flagged_at',
  ],
].map(column => rawSql(column));

const sums = sql`systems, production_kwh, estimated_kwh, eligible_mwh, unused_readings, unused_kwh`;
const columns = {
  production_rollup: sql`month, town, technology, program, market_sector, ${sums}`,
  production_month_rollup: sql`month, technology, program, market_sector, ${sums}`,
  production_town_rollup: sql`month, town, ${sums}`,
  minted_account_rollup: sql`gis_account_id, month, program, town, market_sector, certificates`,
  minted_rollup: sql`month, program, town, market_sector, certificates`,
  reporting_rollup: sql`month, town, reported_on, systems, flagged_readings, oldest_flagged_at`,
  reporter_rollup: sql`month, town, das_provider_id, expected_systems, reported_systems, last_reported_on`,
  system_rollup: sql`town, zip, technology, systems, capacity_kw`,
} as const;

/** Puts computed cells in the place of those that a condition on `cell` names. */
async function replace(em: EntityManager, table: keyof typeof columns, condition: Sql, cells: Sql): Promise<void> {
  await rows(em, sql`delete from ${rawSql(table)} cell where ${condition}`);
  await rows(em, sql`insert into ${rawSql(table)} (${columns[table]}) ${cells}`);
}

async function lock(em: EntityManager): Promise<void> {
  await rows(em, sql`select pg_advisory_xact_lock(hashtextextended('refresh roll-ups', 0))`);
}
