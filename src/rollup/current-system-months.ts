import { type Sql, sql } from '../platform/sql.js';

/**
 * Production by system and month as the base says it, of systems that a query gives the `system_id` of, from a month on: read from the
 * roll-up where nothing waits to be computed anew, and from the base, system by system, where something does.
 */
export function currentSystemMonths(systems: Sql, from: Sql): Sql {
  return sql`
    with own as materialized (select s.id as system_id, s.town from system s where s.id in (${systems})),
    month as materialized (
      select each::date as month from generate_series(
        greatest(${from}, (select min(month) from (select month from reading union all select month from estimated_share) known))::timestamp,
        (select max(month) from reading)::timestamp, interval '1 month') each),
    noted as materialized (
      select town, systems, from_month, until_month from rollup_dirty
      union all
      select town, systems, month, month from rollup_pending),
    named as materialized (
      select own.system_id, noted.from_month, noted.until_month from noted join own on own.town = noted.town where noted.systems is null
      union
      select own.system_id, noted.from_month, noted.until_month
      from noted cross join unnest(noted.systems) named (id) join own on own.system_id = named.id),
    waiting as materialized (
      select distinct named.system_id, month.month from named
      join month on month.month >= named.from_month and (named.until_month is null or month.month <= named.until_month))
    select own.system_id, p.month, p.production_kwh, p.estimated_kwh
    from own join system_month_rollup p on p.system_id = own.system_id and p.month >= ${from}
    where p.production_kwh is not null
      and not exists (select from waiting where waiting.system_id = own.system_id and waiting.month = p.month)
    union all
    select waiting.system_id, p.month, p.production_kwh, p.estimated_kwh
    from waiting
    cross join lateral (
      select waiting.month, sum(p.production_kwh)::numeric(20, 3) as production_kwh,
             coalesce(sum(p.production_kwh) filter (where p.estimated), 0)::numeric(20, 3) as estimated_kwh
      from production_in_force p
      where not p.forfeited and p.system_id = waiting.system_id and p.month = waiting.month
      having count(*) > 0) p
    where waiting.month >= ${from}`;
}
