import { timeZone } from '../domain/time-zone.js';
import { isStanding } from '../ledger/standing.js';
import { type Sql, sql } from '../platform/sql.js';

/** What a roll-up is computed of: a condition on a column of months, and one on systems `s`. */
export interface CellScope {
  readonly months: (column: Sql) => Sql;
  readonly systems: Sql;
}

const monthOfProduction = sql`p.month`;

/**
 * Production in force as the view of that name has it, without what is forfeited. The reading of each share is looked up by itself: joined,
 * the readings of all months are read for the few shares of one.
 */
function productionInForce({ months, systems }: CellScope): Sql {
  const ofSystems = sql`(select s.id from system s where ${systems})`;
  return sql`
    select r.month, r.system_id, r.month as reading_month, r.id as reading_id, r.production_kwh, r.estimated
    from reading r where r.superseded_at is null and ${months(sql`r.month`)} and r.system_id in ${ofSystems}
    union all
    select share.month, share.system_id, share.reading_month, share.reading_id, share.production_kwh, true
    from estimated_share share
    cross join lateral (
      select from reading r where r.month = share.reading_month and r.id = share.reading_id and r.superseded_at is null offset 0) r
    where not share.forfeited and ${months(sql`share.month`)} and share.system_id in ${ofSystems}`;
}

/** Rows of `system_month_rollup` as the base says them now: production in force, shares of missed months included, forfeited ones not. */
export function systemMonthCells(scope: CellScope): Sql {
  return sql`
    select p.system_id, p.month, sum(p.production_kwh)::numeric(20, 3) as production_kwh,
           coalesce(sum(p.production_kwh) filter (where p.estimated), 0)::numeric(20, 3) as estimated_kwh
    from (${productionInForce(scope)}) p
    group by p.system_id, p.month`;
}

/**
 * The same as the base says it, of systems that a query gives the `system_id` of, from a month on: read from the roll-up where nothing waits
 * to be computed anew, and from the base, system by system, where something does.
 */
export function currentSystemMonths(systems: Sql, from: Sql): Sql {
  return sql`
    with own as materialized (select s.id as system_id, s.town from system s where s.id in (${systems})),
    month as materialized (
      select each::date as month from generate_series(
        greatest(${from}, (select min(month) from (select month from reading union all select month from estimated_share) known))::timestamp,
        (select max(month) from reading)::timestamp, interval '1 month') each),
    waiting as materialized (
      select noted.town, month.month from rollup_dirty noted
      join month on month.month >= noted.from_month and (noted.until_month is null or month.month <= noted.until_month)
      union
      select town, month from rollup_pending)
    select own.system_id, p.month, p.production_kwh, p.estimated_kwh
    from own join system_month_rollup p on p.system_id = own.system_id and p.month >= ${from}
    where not exists (select from waiting where waiting.town = own.town and waiting.month = p.month)
    union all
    select own.system_id, p.month, p.production_kwh, p.estimated_kwh
    from own join waiting on waiting.town = own.town and waiting.month >= ${from}
    cross join lateral (
      select waiting.month, sum(p.production_kwh)::numeric(20, 3) as production_kwh,
             coalesce(sum(p.production_kwh) filter (where p.estimated), 0)::numeric(20, 3) as estimated_kwh
      from production_in_force p
      where not p.forfeited and p.system_id = own.system_id and p.month = waiting.month
      having count(*) > 0) p`;
}

/**
 * Production of months and systems (rows of `system_month_rollup`, or what the base says in their place) with its town, technology,
 * programme and sector, and with what is eligible for certificates times the factor, in MWh. The month of the effective date counts by
 * its days, as in `domain/eligible-production`. Where the cells are of few systems, the terms of their
 * statements may be given, which spares the others.
 */
export function placedProduction(cells: Sql, statements: Sql = sql`(${termsOf(sql`true`)})`): Sql {
  return sql`
    select p.month, p.system_id, s.town, s.technology, coalesce(q.program, '') as program, coalesce(q.market_sector, '') as market_sector,
           1 as systems, p.production_kwh, p.estimated_kwh,
           case when q.id is null then 0
                when p.month < q.effective_on
                  then round(p.production_kwh * ((p.month + interval '1 month')::date - q.effective_on)
                    / ((p.month + interval '1 month')::date - p.month), 3)
                else p.production_kwh end * coalesce(q.srec_factor, 0) / 1000 as eligible_mwh
    from (${cells}) p
    left join system s on s.id = p.system_id
    left join ${statements} q on q.system_id = p.system_id and p.month >= q.from_month and p.month < q.until_month`;
}

/** Statements with the months of their term, computed once for each (which is what `offset 0` is for) and not for each month of a system. */
export const termsOf = (condition: Sql) => sql`
  select q.id, q.system_id, q.program, q.market_sector, q.srec_factor, q.effective_on,
         date_trunc('month', q.effective_on::timestamp)::date as from_month,
         coalesce(day_after_quarter(q.last_eligible_quarter), 'infinity'::date) as until_month
  from statement_of_qualification q where ${condition} offset 0`;

/**
 * Certificates that were minted and stand, under a condition on the issuance `i`, by month, programme, town and sector. An asset may have
 * systems in several towns or sectors, whose certificates are no one's alone: they are under ''.
 */
export function mintedCells(condition: Sql): Sql {
  return sql`
    select month, program, town, market_sector, sum(quantity)::bigint as certificates
    from (
      select i.month, i.program, b.quantity,
             case when min(s.town) = max(s.town) then min(s.town) else '' end as town,
             case when min(coalesce(q.market_sector, '')) = max(coalesce(q.market_sector, '')) then min(coalesce(q.market_sector, ''))
                  else '' end as market_sector
      from issuance i join certificate_batch b on b.issuance_id = i.id
      left join issuance_system step on step.issuance_id = i.id
      left join system s on s.id = step.system_id
      left join (${termsOf(sql`true`)}) q on q.system_id = s.id and i.month >= q.from_month and i.month < q.until_month
      where ${isStanding('i.id')} and ${condition}
      group by i.id, i.month, i.program, b.quantity) each
    group by month, program, town, market_sector`;
}

/** Production under a statement that no issuance used, nobody dismissed and nothing forfeits, by month and system. */
function unusedOfSystems(scope: CellScope, statements: Sql): Sql {
  return sql`
    select p.month, p.system_id, count(*)::int as unused_readings, sum(p.production_kwh) as unused_kwh
    from (${productionInForce(scope)}) p
    join ${statements} q on q.system_id = p.system_id and p.month >= q.from_month and p.month < q.until_month
    where not exists (select from reading_use used
        where ${scope.months(sql`used.month`)} and used.month = p.month and used.reading_month = p.reading_month and used.reading_id = p.reading_id)
      and not exists (select from adjustment_use used
        where used.month = p.month and used.reading_month = p.reading_month and used.reading_id = p.reading_id and used.sign = 1)
      and not exists (select from dismissed_production d
        where d.month = p.month and d.reading_month = p.reading_month and d.reading_id = p.reading_id)
    group by p.month, p.system_id`;
}

/** Rows of `production_rollup` as the base says them now; of rows of `system_month_rollup` that are computed already, if they are given. */
export function productionCells(scope: CellScope, cells: Sql = systemMonthCells(scope)): Sql {
  return sql`
    with term as materialized (${termsOf(sql`true`)})
    select p.month, p.town, p.technology, p.program, p.market_sector, count(*)::int as systems, sum(p.production_kwh)::numeric(20, 3) as production_kwh,
           sum(p.estimated_kwh)::numeric(20, 3) as estimated_kwh, sum(p.eligible_mwh)::numeric(24, 10) as eligible_mwh,
           coalesce(sum(unused.unused_readings), 0)::int as unused_readings,
           coalesce(sum(unused.unused_kwh), 0)::numeric(20, 3) as unused_kwh
    from (${placedProduction(cells, sql`term`)}) p
    left join (${unusedOfSystems(scope, sql`term`)}) unused using (month, system_id)
    group by p.month, p.town, p.technology, p.program, p.market_sector`;
}

const sums = sql`sum(systems)::int as systems, sum(production_kwh) as production_kwh, sum(estimated_kwh) as estimated_kwh,
  sum(eligible_mwh) as eligible_mwh, sum(unused_readings)::int as unused_readings, sum(unused_kwh) as unused_kwh`;

/** Rows of `production_month_rollup` as `production_rollup` (`cell`) has them, under a condition. */
export function monthCells(condition: Sql): Sql {
  return sql`select month, technology, program, market_sector, ${sums} from production_rollup cell where ${condition} group by 1, 2, 3, 4`;
}

/** Rows of `production_town_rollup` as `production_rollup` (`cell`) has them, under a condition. */
export function townCells(condition: Sql): Sql {
  return sql`select month, town, ${sums} from production_rollup cell where ${condition} group by 1, 2`;
}

/**
 * Systems that are expected to report a month (a meter is set up, and somebody is to report at its end), or did, with the DAS provider
 * that is to report them (0: they report by themselves) and the day on which their first reading of the month was submitted, if any.
 */
export function reportingOfSystems({ months, systems }: CellScope): Sql {
  return sql`
    select p.month, s.town, coalesce(das.organisation_id, 0)::bigint as das_provider_id, r.reported_on, r.flagged, r.oldest_flagged_at
    from rollup_month p
    cross join system s
    left join system_role role on role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
      and role.from_on < (p.month + interval '1 month')::date
      and (role.until_on is null or role.until_on >= (p.month + interval '1 month')::date)
    left join (select distinct organisation_id from das_provider) das on das.organisation_id = role.organisation_id
    left join (select system_id, min(installed_on) as installed_on from meter group by system_id) m on m.system_id = s.id
    left join (
      select p.month, p.system_id, (min(p.submitted_at) at time zone ${timeZone})::date as reported_on,
             count(*) filter (where p.superseded_at is null and cardinality(p.flags) > 0) as flagged,
             min(p.submitted_at) filter (where p.superseded_at is null and cardinality(p.flags) > 0) as oldest_flagged_at
      from reading p where ${months(monthOfProduction)} and p.system_id in (select s.id from system s where ${systems})
      group by p.month, p.system_id) r on r.month = p.month and r.system_id = s.id
    where ${months(monthOfProduction)} and ${systems}
      and (r.system_id is not null or role.id is not null and m.installed_on < (p.month + interval '1 month')::date)`;
}

/** Rows of `reporting_rollup` of systems that `reportingOfSystems` tells of. */
export function reportingCells(systems: Sql): Sql {
  return sql`
    select month, town, coalesce(reported_on, 'infinity'::date) as reported_on, count(*)::int as systems,
           coalesce(sum(flagged), 0)::int as flagged_readings, min(oldest_flagged_at) as oldest_flagged_at
    from ${systems} each group by 1, 2, 3`;
}

/** Rows of `reporter_rollup` of systems that `reportingOfSystems` tells of. */
export function reporterCells(systems: Sql): Sql {
  return sql`
    select month, town, das_provider_id, count(*)::int as expected_systems, count(reported_on)::int as reported_systems,
           max(reported_on) as last_reported_on
    from ${systems} each group by 1, 2, 3`;
}

/** Rows of `system_rollup` as the base says them now. */
export function systemCells(systems: Sql): Sql {
  return sql`
    select s.town, coalesce(s.zip, '') as zip, s.technology, count(*)::int as systems, sum(s.capacity_kw)::numeric(20, 3) as capacity_kw
    from system s where ${systems} group by 1, 2, 3`;
}
