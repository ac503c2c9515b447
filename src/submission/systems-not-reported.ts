import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { AccountContext, Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { lastDayOf, type Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import { nextWindow, type ReportingWindow } from '../domain/reporting-window.js';
import { empty, rawSql, rows, type Sql, sql, where } from '../platform/sql.js';
import { conditionsOf, type SystemPlaceFilter } from '../system/place-filter.input.js';
import { SystemEntity, type SystemRow } from '../system/system.entity.js';
import { certificatesOf, expectationOf } from './certificates-at-risk.js';
import type { NotReportedOrder, SystemNotReported } from './systems-not-reported.type.js';

/** What is on record of a system for the month: one row each. */
interface MonthOnRecord {
  readonly systemId: string;
  readonly missing: string[];
  readonly reportedKwh: string;
  readonly program: Program | null;
  readonly effectiveOn: LocalDate | null;
  readonly lastEligibleQuarter: Quarter | null;
  readonly srecFactor: string | null;
}

/**
 * The systems that the actor's organisation represents today (for staff and regulator: that anybody represents) and that have, for the month of the window that is open or opens next, a
 * meter without a reading in force, or no meter. Two statements a page, whichever page it is.
 */
export function systemsNotReported(
  { em, actor, now }: AccountContext,
  filter: SystemPlaceFilter,
  order: NotReportedOrder,
  page: PageArgs,
): Promise<Page<SystemNotReported>> {
  const window = nextWindow(now);
  return pageOf(
    page,
    order === 'CAPACITY' ? 2 : 1,
    async (key, limit) => {
      const systems = await em.find(
        SystemEntity,
        {
          $and: [
            conditionsOf(filter),
            where(alias => isRepresented(actor, alias)),
            where(alias => isNotReported(window, alias)),
            key ? where(alias => comesAfter(key, order, alias)) : {},
          ],
        },
        { orderBy: order === 'CAPACITY' ? [{ capacityKw: 'desc' }, { id: 'asc' }] : { id: 'asc' }, limit },
      );
      const record = await recordsOf(em, systems, window.month);
      return systems.map(system => notReported(system, window, record.get(system.id)));
    },
    ({ system }) => (order === 'CAPACITY' ? [system.capacityKw, system.id] : [system.id]),
  );
}

/** By the actor's organisation; for who sees everything, by anybody. */
function isRepresented(actor: Actor, alias: string): Sql {
  const byOwn = seesEverything(actor) ? empty : sql`and role.organisation_id = ${actor.organisationId}`;
  return sql`${rawSql(`${alias}.id`)} in (
    select role.system_id from system_role role
    where role.role = 'SYSTEM_REPRESENTATIVE' ${byOwn}
      and role.from_on <= ${actor.on} and (role.until_on is null or role.until_on > ${actor.on}))`;
}

/** A meter that is installed after the window has no part in the month. */
function isNotReported({ month, lastDay }: ReportingWindow, alias: string): Sql {
  const id = rawSql(`${alias}.id`);
  return sql`(
    exists (select from meter m where m.system_id = ${id} and m.installed_on <= ${lastDay}::date and not exists (
      select from reading r where r.month = ${monthToDate(month)}::date and r.meter_id = m.id and r.superseded_at is null))
    or not exists (select from meter m where m.system_id = ${id}))`;
}

function comesAfter(key: readonly string[], order: NotReportedOrder, alias: string): Sql {
  const [id = '0', capacityKw = '0'] = key.toReversed();
  const idAfter = sql`${rawSql(`${alias}.id`)} > ${id}::bigint`;
  if (order === 'REGISTRATION') return idAfter;
  const capacity = rawSql(`${alias}.capacity_kw`);
  return sql`(${capacity} < ${capacityKw}::numeric or (${capacity} = ${capacityKw}::numeric and ${idAfter}))`;
}

async function recordsOf(
  em: EntityManager,
  systems: readonly SystemRow[],
  month: Month,
): Promise<Map<string, MonthOnRecord>> {
  const monthDate = monthToDate(month);
  const found = await rows<MonthOnRecord>(
    em,
    sql`select s.id as "systemId",
               array(select m.label from meter m where m.system_id = s.id and not exists (
                 select from reading r where r.month = ${monthDate}::date and r.meter_id = m.id and r.superseded_at is null)
                 order by m.label) as missing,
               coalesce((select sum(r.production_kwh) from reading r where r.system_id = s.id and r.month = ${monthDate}::date
                 and r.superseded_at is null), 0)::text as "reportedKwh",
               q.program, q.effective_on::text as "effectiveOn", q.last_eligible_quarter as "lastEligibleQuarter",
               q.srec_factor::text as "srecFactor"
        from unnest(${systems.map(system => system.id)}::bigint[]) as s (id)
        left join lateral (
          select program, effective_on, last_eligible_quarter, srec_factor from statement_of_qualification
          where system_id = s.id and effective_on <= ${lastDayOf(month)}::date
            and (last_eligible_quarter is null or day_after_quarter(last_eligible_quarter) > ${monthDate}::date)
          order by effective_on desc limit 1) q on true`,
  );
  return new Map(found.map(each => [each.systemId, each]));
}

function notReported(system: SystemRow, window: ReportingWindow, record: MonthOnRecord | undefined): SystemNotReported {
  const { month, opensAt, closesAt } = window;
  const expected = expectationOf(system, month, new Decimal(record?.reportedKwh ?? 0));
  return {
    system,
    month,
    opensAt,
    closesAt,
    meterLabels: record?.missing ?? [],
    expectedKwh: expected ? decimalText(expected.kwh.toDecimalPlaces(3, Decimal.ROUND_HALF_UP)) : null,
    expectationBasis: expected?.basis ?? null,
    atRisk: expected && record ? atRiskOf(expected.kwh, month, record) : null,
  };
}

function atRiskOf(kwh: Decimal, month: Month, record: MonthOnRecord): SystemNotReported['atRisk'] {
  const { program, effectiveOn, lastEligibleQuarter, srecFactor } = record;
  if (program === null || effectiveOn === null || srecFactor === null) return null;
  const term = { effectiveOn, lastEligibleQuarter };
  return { program, srecFactor, ...certificatesOf(kwh, month, term, new Decimal(srecFactor)) };
}
