import { timeZone } from '../domain/time-zone.js';
import { isStanding } from '../ledger/standing.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';

/** What a roll-up is computed of: a condition on a column of months, and one on a column of ids of systems. */
export interface CellScope {
  readonly months: (column: Sql) => Sql;
  readonly systems: (column: Sql) => Sql;
}

/**
 * No issuance used a reading for a month, no adjustment made up for it, and nobody dismissed it. Each is looked up by its index, which is what
 * `select false` is for: as `exists` the uses of all months would be read for those of one.
 */
function isUnused(month: Sql, readingMonth: Sql, readingId: Sql): Sql {
  const ofReading = (alias: string) => {
    const use = rawSql(alias);
    return sql`${use}.month = ${month} and ${use}.reading_month = ${readingMonth} and ${use}.reading_id = ${readingId}`;
  };
  return sql`coalesce(
    (select false from reading_use used where ${ofReading('used')} limit 1),
    (select false from adjustment_use used where ${ofReading('used')} and used.sign = 1 limit 1),
    (select false from dismissed_production dismissed where ${ofReading('dismissed')} limit 1), true)`;
}

/**
 * What readings, and shares of missed months that are not forfeited, say of months and systems. Production (kWh; null: none is in force) and
 * flags are of readings in force, the first submission is of all. The reading of each share is looked up by itself: joined, the readings of all
 * months are read for the few shares of one.
 */
export function productionOnRecord({ months, systems }: CellScope): Sql {
  return sql`
    select each.month, each.system_id, sum(each.production_kwh)::numeric(20, 3) as production_kwh,
           coalesce(sum(each.production_kwh) filter (where each.estimated), 0)::numeric(20, 3) as estimated_kwh,
           count(each.production_kwh) filter (where each.unused)::int as unused_readings,
           coalesce(sum(each.production_kwh) filter (where each.unused), 0)::numeric(20, 3) as unused_kwh,
           min(each.submitted_at) as first_submitted_at, count(each.flagged_at)::int as flagged_readings,
           min(each.flagged_at) as oldest_flagged_at
    from (
      select r.month, r.system_id, case when r.superseded_at is null then r.production_kwh end as production_kwh, r.estimated,
             ${isUnused(sql`r.month`, sql`r.month`, sql`r.id`)} as unused, r.submitted_at,
             case when r.superseded_at is null and cardinality(r.flags) > 0 then r.submitted_at end as flagged_at
      from reading r where ${months(sql`r.month`)} and ${systems(sql`r.system_id`)}
      union all
      select share.month, share.system_id, share.production_kwh, true,
             ${isUnused(sql`share.month`, sql`share.reading_month`, sql`share.reading_id`)}, null, null
      from estimated_share share
      cross join lateral (
        select from reading r where r.month = share.reading_month and r.id = share.reading_id and r.superseded_at is null offset 0) r
      where not share.forfeited and ${months(sql`share.month`)} and ${systems(sql`share.system_id`)}) each
    group by each.month, each.system_id`;
}

/** The programme's MWh of a month's production `p` under a statement `q`; the month of its effective date counts by its days. */
const eligibleMwh = sql`case when q.id is null then 0
  when p.month < q.effective_on
    then round(p.production_kwh * ((p.month + interval '1 month')::date - q.effective_on)
      / ((p.month + interval '1 month')::date - p.month), 3)
  else p.production_kwh end * coalesce(q.srec_factor, 0) / 1000`;

/**
 * Rows of `system_month_rollup` as the base says them now: of each system each month in which it produced, or that it is expected to report
 * (a meter is set up, and somebody is to report at its end) or did; with the DAS provider that is to report it (0: it reports by itself)
 * and the day on which its first reading of the month was submitted, if any. Production that no statement covers is not unused.
 */
export function systemMonths(scope: CellScope): Sql {
  const { months, systems } = scope;
  return sql`
    with month as materialized (
      select m.month, (m.month + interval '1 month')::date as next_month, to_char(m.month, 'YYYY"-Q"Q') as quarter
      from rollup_month m where ${months(sql`m.month`)}),
    produced as materialized (${productionOnRecord(scope)}),
    metered as materialized (
      select m.system_id, min(m.installed_on) as installed_on from meter m where ${systems(sql`m.system_id`)} group by 1)
    select month.month, s.id as system_id, s.town, s.technology, coalesce(q.program, '') as program,
           coalesce(q.market_sector, '') as market_sector, p.production_kwh, coalesce(p.estimated_kwh, 0) as estimated_kwh,
           coalesce(${eligibleMwh}, 0)::numeric(24, 10) as eligible_mwh,
           case when q.id is null then 0 else coalesce(p.unused_readings, 0) end as unused_readings,
           case when q.id is null then 0 else coalesce(p.unused_kwh, 0) end::numeric(20, 3) as unused_kwh,
           reporting.expected or p.first_submitted_at is not null as to_report,
           coalesce(das.organisation_id, 0)::bigint as das_provider_id,
           (p.first_submitted_at at time zone ${timeZone})::date as reported_on,
           coalesce(p.flagged_readings, 0) as flagged_readings, p.oldest_flagged_at
    from month
    cross join system s
    left join produced p on p.month = month.month and p.system_id = s.id
    left join statement_of_qualification q on q.system_id = s.id and q.effective_on < month.next_month
      and (q.last_eligible_quarter is null or q.last_eligible_quarter >= month.quarter)
    left join system_role role on role.system_id = s.id and role.role = 'SYSTEM_REPRESENTATIVE'
      and role.from_on < month.next_month and (role.until_on is null or role.until_on >= month.next_month)
    left join (select distinct organisation_id from das_provider) das on das.organisation_id = role.organisation_id
    left join metered meter on meter.system_id = s.id
    cross join lateral (select role.id is not null and (meter.installed_on < month.next_month) is true as expected) reporting
    where ${systems(sql`s.id`)} and (p.production_kwh is not null or p.first_submitted_at is not null or reporting.expected)`;
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
           ${eligibleMwh} as eligible_mwh
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
 * Rows of `minted_account_rollup` as the base says them now, under a condition on the issuance `i`: certificates that were minted and stand. An
 * asset may have systems in several towns or sectors, whose certificates are no one's alone: they are under ''.
 */
export function mintedAccountCells(condition: Sql): Sql {
  return sql`
    select gis_account_id, month, program, town, market_sector, sum(quantity)::bigint as certificates
    from (
      select i.gis_account_id, i.month, i.program, b.quantity,
             case when min(s.town) = max(s.town) then min(s.town) else '' end as town,
             case when min(coalesce(q.market_sector, '')) = max(coalesce(q.market_sector, '')) then min(coalesce(q.market_sector, ''))
                  else '' end as market_sector
      from issuance i join certificate_batch b on b.issuance_id = i.id
      left join issuance_system step on step.issuance_id = i.id
      left join system s on s.id = step.system_id
      left join (${termsOf(sql`true`)}) q on q.system_id = s.id and i.month >= q.from_month and i.month < q.until_month
      where ${isStanding('i.id')} and ${condition}
      group by i.id, i.gis_account_id, i.month, i.program, b.quantity) each
    group by 1, 2, 3, 4, 5`;
}

/** Rows of `minted_rollup` as `minted_account_rollup` (`cell`) has them, under a condition. */
export function mintedCells(condition: Sql): Sql {
  return sql`
    select month, program, town, market_sector, sum(certificates)::bigint as certificates
    from minted_account_rollup cell where ${condition} group by 1, 2, 3, 4`;
}

const sums = sql`sum(systems)::int as systems, sum(production_kwh) as production_kwh, sum(estimated_kwh) as estimated_kwh,
  sum(eligible_mwh) as eligible_mwh, sum(unused_readings)::int as unused_readings, sum(unused_kwh) as unused_kwh`;

/** Rows of `production_rollup` as `system_month_rollup` (`cell`) has them, under a condition. */
export function productionCells(condition: Sql): Sql {
  return sql`
    select month, town, technology, program, market_sector, ${sums} from (
      select cell.*, 1 as systems from system_month_rollup cell where cell.production_kwh is not null and ${condition}) each
    group by 1, 2, 3, 4, 5`;
}

/** Rows of `production_month_rollup` as rows of `production_rollup` have them. */
export function monthCells(cells: Sql): Sql {
  return sql`select month, technology, program, market_sector, ${sums} from (${cells}) cell group by 1, 2, 3, 4`;
}

/** Rows of `production_town_rollup` as rows of `production_rollup` have them. */
export function townCells(cells: Sql): Sql {
  return sql`select month, town, ${sums} from (${cells}) cell group by 1, 2`;
}

/** Rows of `reporting_rollup` as `system_month_rollup` (`cell`) has them, under a condition. */
export function reportingCells(condition: Sql): Sql {
  return sql`
    select month, town, coalesce(reported_on, 'infinity'::date) as reported_on, count(*)::int as systems,
           sum(flagged_readings)::int as flagged_readings, min(oldest_flagged_at) as oldest_flagged_at
    from system_month_rollup cell where to_report and ${condition} group by 1, 2, 3`;
}

/** Rows of `reporter_rollup` as `system_month_rollup` (`cell`) has them, under a condition. */
export function reporterCells(condition: Sql): Sql {
  return sql`
    select month, town, das_provider_id, count(*)::int as expected_systems, count(reported_on)::int as reported_systems,
           max(reported_on) as last_reported_on
    from system_month_rollup cell where to_report and ${condition} group by 1, 2, 3`;
}

/** Rows of `system_rollup` as the systems (`cell`) say them now, under a condition. */
export function systemCells(condition: Sql): Sql {
  return sql`
    select cell.town, coalesce(cell.zip, '') as zip, cell.technology, count(*)::int as systems,
           sum(cell.capacity_kw)::numeric(20, 3) as capacity_kw
    from system cell where ${condition} group by 1, 2, 3`;
}
