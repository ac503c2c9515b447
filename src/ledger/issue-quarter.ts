import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { reasonAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Quarter } from '../domain/quarter.js';
import { lockIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, rows, sql } from '../platform/sql.js';
import { batchesAtOnce, inAssetBatches } from './asset-batches.js';
import { type IssueRun, mintAssets } from './mint-assets.js';
import { refuseBeforeSchedule, refuseUnissuedBefore } from './quarter-order.js';
import { quarterTotals } from './quarter-totals.js';
import type { QuarterRequest } from './report-quarter.js';

/**
 * Issues a quarter: mints the certificates of what was reported, into the accounts that hold the assets in each month.
 *
 * Refused before the mint date, before the report is frozen, and before the quarters reported earlier are issued. Each batch of
 * assets is a transaction of its own; interrupted, it goes on where it stopped when it is asked for again. A dry run does it all in
 * the request's own transaction, which is rolled back.
 */
export async function issueQuarter({ em, context, now }: Verb, request: QuarterRequest) {
  const { quarter, dryRun } = request;
  reasonAtMost(request.reason);
  refuseBeforeSchedule(quarter, 'issue', now);
  await lockIssuing(em);
  await refuseUnissuedBefore(em, quarter);
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    (dryRun ? em : context.em.fork()).transactional(work);
  const begun = { issuedAt: now, issuedBy: context.actor.accountId, reason: request.reason };
  const run = await transaction(em => beginIssuing(em, quarter, begun));
  if (!run.completed) {
    const atOnce = dryRun ? 1 : batchesAtOnce;
    await inAssetBatches(em, { atOnce, progress: request.progress }, (assetIds, inTurn) =>
      transaction(em => mintAssets(em, run, assetIds, inTurn)),
    );
    await transaction(em => rows(em, sql`update issuance_run set completed_at = ${now} where id = ${run.id}`));
  }
  return { quarter, totals: await quarterTotals(em, quarter, sql`i.run_id = ${run.id}`) };
}

/** Begins to issue a reported quarter, or takes up what was begun: what it writes keeps the instant and reason of its beginning. */
async function beginIssuing(
  em: EntityManager,
  quarter: Quarter,
  begun: Omit<IssueRun, 'id' | 'quarter'>,
): Promise<IssueRun & { readonly completed: boolean }> {
  const reported = await maybeRow(
    em,
    sql`select from issuance_run where quarter = ${quarter} and frozen_at is not null`,
  );
  if (!reported) {
    throw new Refusal('QUARTER_NOT_REPORTED', `${quarter} is not reported to the GIS yet.`, { quarter });
  }
  await rows(
    em,
    sql`update issuance_run set issued_at = ${begun.issuedAt}, issued_by = ${begun.issuedBy}, reason = ${begun.reason}
        where quarter = ${quarter} and issued_at is null`,
  );
  const run = await row<{ id: string; issuedAt: string; issuedBy: string; reason: string; completed: boolean }>(
    em,
    sql`select id, issued_at as "issuedAt", issued_by as "issuedBy", reason, completed_at is not null as completed
        from issuance_run where quarter = ${quarter}`,
  );
  return { ...run, quarter, issuedAt: instantOf(run.issuedAt) };
}
