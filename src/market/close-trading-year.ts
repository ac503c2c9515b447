import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { Refusal } from '../domain/error.js';
import { parseQuarter } from '../domain/quarter.js';
import { localDateOf } from '../domain/time-zone.js';
import { closableFrom } from '../domain/trading-year.js';
import { inAssetBatches } from '../ledger/asset-batches.js';
import { yearIsSealed } from '../ledger/sealed.js';
import { lockAllTrading } from '../ledger/tradable.js';
import { lockIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, rows, sql } from '../platform/sql.js';
import { closeAssets } from './close-assets.js';
import { lapseOffers } from './lapse-offers.js';
import { requireReason } from './limits.js';

/** A trading year to be closed. In a dry run nothing is kept, also not by the transactions of its own. */
export interface YearRequest {
  readonly year: number;
  readonly reason: string;
  readonly dryRun: boolean;
  /** Told of after each batch how many assets are done. */
  readonly progress?: (done: number, total: number) => void;
}

interface Begun {
  readonly closedAt: Date;
  readonly reason: string;
  readonly completed: boolean;
}

/**
 * Closes the trading year of a vintage year: open offers lapse; then what is in retail sub-accounts is retired for compliance, what is
 * in reserve as reserve, and all else goes to the residual mix, but for what is deposited or was made usable longer by an auction.
 *
 * BEFORE_SCHEDULE until the day after its last trading period, QUARTER_OUT_OF_ORDER before its quarters are issued and the years before
 * are closed. From its beginning
 * nothing of the year can move. Each batch of assets is a transaction of its own: interrupted, it goes on where it stopped when it is
 * asked for again. Source: domain 4; program/003.
 */
export async function closeTradingYear({ em, context, now }: Verb, request: YearRequest) {
  const { year, dryRun } = request;
  requireReason(request.reason);
  refuseBeforeSchedule(year, now);
  await lockIssuing(em);
  await refuseUnissued(em, year);
  await refuseOpenBefore(em, year);
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    (dryRun ? em : context.em.fork()).transactional(work);
  const begun = await transaction(em => begin({ em, context, now }, request));
  if (!begun.completed) {
    const verbIn = (em: EntityManager): Verb => ({ em, context, now: begun.closedAt });
    while ((await transaction(em => lapseOffers(verbIn(em), year, begun.reason))) > 0);
    await inAssetBatches(em, { atOnce: 1, progress: request.progress }, assetIds =>
      transaction(em => closeAssets(verbIn(em), year, assetIds, begun.reason)),
    );
    await transaction(em => rows(em, sql`update trading_year set completed_at = ${now} where year = ${year}`));
  }
  return { year, ...(await totalsOf(em, year, begun.closedAt)) };
}

function refuseBeforeSchedule(year: number, now: Date): void {
  parseQuarter(`${year}-Q4`);
  const notBefore = closableFrom(year);
  if (localDateOf(now) >= notBefore) return;
  throw new Refusal('BEFORE_SCHEDULE', `The trading year of ${year} is closed from ${notBefore} on.`, {
    year: String(year),
    notBefore,
    today: localDateOf(now),
  });
}

/** Its quarters are issued: none is under way, and the last one (or, when it has no production, a later one) is done. */
async function refuseUnissued(em: EntityManager, year: number): Promise<void> {
  const last = parseQuarter(`${year}-Q4`);
  const open = await maybeRow<{ quarter: string }>(
    em,
    sql`select quarter from issuance_run where quarter <= ${last} and completed_at is null order by quarter limit 1`,
  );
  const done = await maybeRow(
    em,
    sql`select from issuance_run where quarter >= ${last} and completed_at is not null limit 1`,
  );
  if (!open && done) return;
  const other = open?.quarter ?? last;
  throw new Refusal('QUARTER_OUT_OF_ORDER', `${other} is not issued yet.`, { year: String(year), other });
}

/**
 * Years are closed in order, from the first with certificates: what an auction made usable longer is retired for the first year that is
 * closed while it lies in a retail sub-account.
 */
async function refuseOpenBefore(em: EntityManager, year: number): Promise<void> {
  const open = await maybeRow<{ year: number }>(
    em,
    sql`select before.year from generate_series(
          (select extract(year from min(vintage_month))::int from certificate_batch), ${year - 1}::int) as before (year)
        where not exists (select from trading_year done where done.year = before.year and done.completed_at is not null)
        order by before.year limit 1`,
  );
  if (!open) return;
  throw new Refusal('QUARTER_OUT_OF_ORDER', `The trading year of ${open.year} is not closed yet.`, {
    ...{ year: String(year), other: String(open.year) },
  });
}

/** Marks the year as being closed, once everything that moves certificates is through; or takes up what was begun. */
async function begin({ em, context, now }: Verb, { year, reason }: YearRequest): Promise<Begun> {
  await lockAllTrading(em);
  await rows(
    em,
    sql`insert into trading_year (year, closed_at, closed_by, reason)
        values (${year}, ${now}, ${context.actor.accountId}, ${reason})
        on conflict on constraint trading_year_pk do nothing`,
  );
  const begun = await row<Omit<Begun, 'closedAt'> & { readonly closedAt: string }>(
    em,
    sql`select closed_at as "closedAt", reason, completed_at is not null as completed
        from trading_year where year = ${year}`,
  );
  return { ...begun, closedAt: instantOf(begun.closedAt) };
}

/** What the close of the year did, whatever part of it in this call; the residual mix unless it would tell what is deposited. */
async function totalsOf(em: EntityManager, year: number, closedAt: Date) {
  return row<{ compliance: number; reserve: number; residual: number | null; lapsedTransfers: number }>(
    em,
    sql`select coalesce(sum(e.quantity) filter (where e.kind = 'RETIRE_COMPLIANCE'), 0)::int as compliance,
               coalesce(sum(e.quantity) filter (where e.kind = 'RETIRE_RESERVE'), 0)::int as reserve,
               case when not ${yearIsSealed(year)}
                 then coalesce(sum(e.quantity) filter (where e.kind = 'RETIRE_RESIDUAL'), 0)::int end as residual,
               (select count(*) from transfer where state = 'LAPSED' and decided_at = ${closedAt})::int as "lapsedTransfers"
        from ledger_entry e
        join certificate_holding h on h.since_entry_id = e.id
        join certificate_batch b on b.id = h.batch_id
        where e.kind in ('RETIRE_COMPLIANCE', 'RETIRE_RESERVE', 'RETIRE_RESIDUAL') and e.occurred_at = ${closedAt}
          and extract(year from b.vintage_month) <= ${year}
          and coalesce(h.usable_until, extract(year from b.vintage_month)) >= ${year}`,
  );
}
