import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { filingDueOn } from '../compliance/compliance-statement.js';
import { mintDatesOf } from '../domain/calendar.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Quarter } from '../domain/quarter.js';
import type { RequestKind, RequestStep } from '../domain/request-steps.js';
import { row, rows, sql } from '../platform/sql.js';
import { rollupsAsOf } from './as-of.js';
import type { StaffQueue } from './staff-queue.type.js';

/** What waits for staff and the regulator, each queue with its count and its oldest; requests by kind and last step. */
export async function staffQueues(em: EntityManager, actor: Actor): Promise<StaffQueue[]> {
  const asOf = await rollupsAsOf(em);
  return [
    ...(await requestQueues(em)),
    ...(await productionQueues(em)).map(queue => ({ ...queue, asOf })),
    ...(await quarterQueues(em, actor.on)).map(queue => ({ ...queue, asOf })),
    ...(await filingQueues(em, actor.on)),
  ];
}

const nothingMore = { requestKind: null, lastStep: null, oldestAt: null, dueOn: null, asOf: null };

function instantOrNull(oldest: string | null): Date | null {
  return oldest === null ? null : instantOf(oldest);
}

async function requestQueues(em: EntityManager): Promise<StaffQueue[]> {
  const found = await rows<{ requestKind: RequestKind; lastStep: RequestStep; count: number; oldest: string }>(
    em,
    sql`select r.kind as "requestKind", last.step as "lastStep", count(*)::int as count, min(r.submitted_at)::text as oldest
        from request r
        cross join lateral (
          select e.step from request_event e where e.request_id = r.id order by e.sequence desc limit 1) last
        where r.state = 'SUBMITTED' group by 1, 2 order by 4`,
  );
  return found.map(({ oldest, ...each }) => ({
    ...nothingMore,
    ...each,
    queue: 'REQUESTS',
    oldestAt: instantOrNull(oldest),
  }));
}

/** From the roll-ups: what of reported quarters is unused, and what of the others is flagged. */
async function productionQueues(em: EntityManager): Promise<StaffQueue[]> {
  const found = await row<{ awaiting: number; since: string | null; flagged: number; oldestFlagged: string | null }>(
    em,
    sql`with reported as (
          select max(day_after_quarter(quarter)) as until from issuance_run where frozen_at is not null
        ), unused as (
          select coalesce(sum(unused_readings), 0)::int as readings, min(month) as month from production_month_rollup, reported
          where unused_readings > 0 and month < reported.until
        ), flagged as (
          select coalesce(sum(flagged_readings), 0)::int as readings, min(oldest_flagged_at) as oldest from reporting_rollup, reported
          where flagged_readings > 0 and month >= coalesce(reported.until, '-infinity')
        )
        select unused.readings as awaiting, flagged.readings as flagged, flagged.oldest::text as "oldestFlagged",
               (select min(run.frozen_at) from issuance_run run where run.quarter >= to_char(unused.month, 'YYYY"-Q"Q'))::text as since
        from unused, flagged`,
  );
  return [
    {
      ...nothingMore,
      queue: 'PRODUCTION_AWAITING_STAFF',
      count: found.awaiting,
      oldestAt: instantOrNull(found.since),
    },
    { ...nothingMore, queue: 'FLAGGED_READINGS', count: found.flagged, oldestAt: instantOrNull(found.oldestFlagged) },
  ];
}

/** Quarters whose day has come. */
async function quarterQueues(em: EntityManager, on: LocalDate): Promise<StaffQueue[]> {
  const toReport = await rows<{ quarter: Quarter }>(
    em,
    sql`select distinct to_char(month, 'YYYY"-Q"Q') as quarter from production_month_rollup
        where unused_readings > 0 and program <> ''
          and month >= coalesce((select max(day_after_quarter(quarter)) from issuance_run where frozen_at is not null), '-infinity')
        order by 1`,
  );
  const toIssue = await rows<{ quarter: Quarter; frozenAt: string }>(
    em,
    sql`select quarter, frozen_at::text as "frozenAt" from issuance_run
        where frozen_at is not null and completed_at is null order by quarter`,
  );
  const due = toReport.map(({ quarter }) => mintDatesOf(quarter).uploadDate).filter(day => day <= on);
  const mintable = toIssue.filter(({ quarter }) => mintDatesOf(quarter).mintDate <= on);
  const [first] = mintable;
  return [
    { ...nothingMore, queue: 'QUARTERS_TO_REPORT', count: due.length, dueOn: due[0] ?? null },
    {
      ...nothingMore,
      queue: 'QUARTERS_TO_ISSUE',
      count: mintable.length,
      oldestAt: instantOrNull(first?.frozenAt ?? null),
      dueOn: first ? mintDatesOf(first.quarter).mintDate : null,
    },
  ];
}

async function filingQueues(em: EntityManager, on: LocalDate): Promise<StaffQueue[]> {
  const complianceYear = Number(on.slice(0, 4)) - 1;
  const found = await row<{ toDecide: number; oldest: string | null; due: number }>(
    em,
    sql`select count(*)::int as "toDecide", min(submitted_at)::text as oldest, (
            select count(*)::int from supplier s
            where s.kind <> 'MUNICIPAL_LIGHT' and s.since_year <= ${complianceYear}
              and exists (select from supplier_load load
                where load.organisation_id = s.organisation_id and load.compliance_year = ${complianceYear} and load.superseded_by is null)
              and not exists (select from compliance_filing filed
                where filed.organisation_id = s.organisation_id and filed.compliance_year = ${complianceYear} and filed.state <> 'RETURNED')
          ) as due
        from compliance_filing where state = 'SUBMITTED'`,
  );
  return [
    { ...nothingMore, queue: 'FILINGS_TO_DECIDE', count: found.toDecide, oldestAt: instantOrNull(found.oldest) },
    {
      ...nothingMore,
      queue: 'FILINGS_DUE',
      count: found.due,
      dueOn: found.due > 0 ? filingDueOn(complianceYear) : null,
    },
  ];
}
