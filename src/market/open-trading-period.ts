import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf, monthToDate } from '../boundary/columns.js';
import { Refusal } from '../domain/error.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { localDateOf } from '../domain/time-zone.js';
import { isOver, tradingYearOf } from '../domain/trading-year.js';
import { refuseBetweenPeriods } from '../ledger/tradable.js';
import { lockIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, rows, sql } from '../platform/sql.js';
import { executeStandingTransfer } from './execute-standing-transfer.js';
import { requireReason } from './limits.js';

/** A period to be opened. In a dry run nothing is kept, also not by the transactions of its own. */
export interface PeriodRequest {
  readonly quarter: Quarter;
  readonly reason: string;
  readonly dryRun: boolean;
}

interface Opened {
  readonly openedAt: Date;
  readonly reason: string;
  readonly completed: boolean;
}

/**
 * Opens the trading period of an issued quarter: executes the standing transfers that were approved by then, priority 1 first and 0
 * last, older ones first. Each is a transaction of its own and executed once; interrupted, it goes on where it stopped when it is asked
 * for again.
 *
 * QUARTER_OUT_OF_ORDER before the quarter is issued; BEFORE_SCHEDULE while no trading period is open; CERTIFICATES_EXPIRED after its year.
 */
export async function openTradingPeriod({ em, context, now }: Verb, request: PeriodRequest) {
  const { quarter, dryRun } = request;
  requireReason(request.reason);
  refuseBetweenPeriods(now);
  refuseOver(quarter, now);
  await lockIssuing(em);
  await refuseUnissued(em, quarter);
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    (dryRun ? em : context.em.fork()).transactional(work);
  const period = await transaction(em => begin({ em, context, now }, request));
  if (!period.completed) {
    for (const id of await standingTransfersOf(em, quarter, period.openedAt)) {
      await transaction(em =>
        executeStandingTransfer({ em, context, now: period.openedAt }, id, quarter, period.reason),
      );
    }
    await transaction(em => rows(em, sql`update trading_period set completed_at = ${now} where quarter = ${quarter}`));
  }
  return { quarter, ...(await totalsOf(em, quarter)) };
}

function refuseOver(quarter: Quarter, now: Date): void {
  const year = Number(quarter.slice(0, 4));
  if (!isOver(year, localDateOf(now))) return;
  const { closesOn } = tradingYearOf(year);
  throw new Refusal('CERTIFICATES_EXPIRED', `Certificates of ${quarter} could move until ${closesOn}.`, {
    quarter,
    closesOn,
  });
}

/** QUARTER_OUT_OF_ORDER unless the quarter is issued. */
async function refuseUnissued(em: EntityManager, quarter: Quarter): Promise<void> {
  const issued = await maybeRow(
    em,
    sql`select from issuance_run where quarter = ${quarter} and completed_at is not null`,
  );
  if (issued) return;
  throw new Refusal('QUARTER_OUT_OF_ORDER', `${quarter} is not issued yet.`, { quarter, other: quarter });
}

async function begin({ em, context, now }: Verb, { quarter, reason }: PeriodRequest): Promise<Opened> {
  await rows(
    em,
    sql`insert into trading_period (quarter, opened_at, opened_by, reason)
        values (${quarter}, ${now}, ${context.actor.accountId}, ${reason})
        on conflict on constraint trading_period_pk do nothing`,
  );
  const period = await row<Omit<Opened, 'openedAt'> & { readonly openedAt: string }>(
    em,
    sql`select opened_at as "openedAt", reason, completed_at is not null as completed
        from trading_period where quarter = ${quarter}`,
  );
  return { ...period, openedAt: instantOf(period.openedAt) };
}

/** Standing transfers with a month in the quarter that were approved when it was opened, in the order in which they are executed. */
async function standingTransfersOf(em: EntityManager, quarter: Quarter, openedAt: Date): Promise<string[]> {
  const [first, , last] = monthsOf(quarter);
  const found = await rows<{ id: string }>(
    em,
    sql`select id from standing_transfer
        where state = 'APPROVED' and decided_at <= ${openedAt}
          and begin_month <= ${monthToDate(last)}::date and end_month >= ${monthToDate(first)}::date
        order by priority = 0, priority, id`,
  );
  return found.map(standing => standing.id);
}

async function totalsOf(em: EntityManager, quarter: Quarter) {
  return row<{ executed: number; failed: number; quantity: number }>(
    em,
    sql`select count(*) filter (where x.moved > 0)::int as executed, count(*) filter (where x.failure is not null)::int as failed,
               coalesce(sum(x.moved), 0)::int as quantity
        from standing_transfer_execution x where x.month = any(${monthsOf(quarter).map(monthToDate)}::date[])`,
  );
}
