import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { reasonAtMost } from '../boundary/text-length.js';
import type { Quarter } from '../domain/quarter.js';
import { lockIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { row, rows, sql } from '../platform/sql.js';
import { batchesAtOnce, inAssetBatches } from './asset-batches.js';
import { freezeReport } from './gis-report.js';
import { refuseBeforeSchedule, refuseOutOfOrder, refuseWithoutHolder } from './quarter-order.js';
import { quarterTotals } from './quarter-totals.js';
import { type ReportRun, reportAssets, SupersededMeanwhile } from './report-assets.js';

export interface QuarterRequest {
  readonly quarter: Quarter;
  readonly reason: string;
  readonly dryRun: boolean;
  /** Told after each transaction how many of the assets have been gone through. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Reports a quarter to the GIS and freezes the report: from the readings in force to MWh for every asset and month, with the
 * certificates that will be minted from them. What is found to be wrong later becomes an adjustment, never an edit.
 *
 * Refused before the upload date, out of order, and while an asset with production has no holder. Each batch of assets is a
 * transaction of its own, so a run that is interrupted loses nothing and goes on where it stopped when it is asked for again; one run
 * at a time, the next one waits. A report that is frozen stays as it is. A dry run does it all in the request's own transaction, which
 * is rolled back.
 */
export async function reportQuarter({ em, context, now }: Verb, request: QuarterRequest) {
  const { quarter, dryRun } = request;
  reasonAtMost(request.reason);
  refuseBeforeSchedule(quarter, 'report', now);
  await lockIssuing(em);
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    (dryRun ? em : context.em.fork()).transactional(work);
  const begun = { quarter, reportedAt: now, reportedBy: context.actor.accountId, reason: request.reason };
  const frozen = await row<{ frozen: boolean }>(
    em,
    sql`select exists (select from issuance_run where quarter = ${quarter} and frozen_at is not null) as frozen`,
  );
  if (!frozen.frozen) {
    await refuseOutOfOrder(em, quarter);
    await refuseWithoutHolder(em, quarter);
    const run = await transaction(em => beginRun(em, begun));
    const atOnce = dryRun ? 1 : batchesAtOnce;
    await inAssetBatches(em, { atOnce, progress: request.progress }, assetIds =>
      undisturbed(alone => transaction(em => reportAssets(em, run, assetIds, alone))),
    );
    await transaction(em => freezeReport(em, run, now));
  }
  const { id, lineCount, sha256 } = await row<{ id: string; lineCount: number; sha256: string }>(
    em,
    sql`select run.id, report.line_count as "lineCount", encode(report.sha256, 'hex') as sha256
        from issuance_run run join gis_report report on report.run_id = run.id where run.quarter = ${quarter}`,
  );
  return {
    quarter,
    lineCount,
    sha256,
    totals: await quarterTotals(em, quarter, sql`i.run_id = ${id}`, true),
  };
}

/** Begins the run of a quarter, or takes up the one that was begun: what it writes keeps the instant and reason of its beginning. */
async function beginRun(em: EntityManager, begun: Omit<ReportRun, 'id'>): Promise<ReportRun> {
  await rows(
    em,
    sql`insert into issuance_run (quarter, reported_at, reported_by, report_reason)
        values (${begun.quarter}, ${begun.reportedAt}, ${begun.reportedBy}, ${begun.reason})
        on conflict on constraint issuance_run_quarter_unique do nothing`,
  );
  const run = await row<{ id: string; reportedAt: string; reportedBy: string; reason: string }>(
    em,
    sql`select id, reported_at as "reportedAt", reported_by as "reportedBy", report_reason as reason
        from issuance_run where quarter = ${begun.quarter}`,
  );
  return { ...run, quarter: begun.quarter, reportedAt: instantOf(run.reportedAt) };
}

/** Reports a batch; when a reading in it was superseded meanwhile, it was rolled back, and is reported with the systems locked. */
async function undisturbed<T>(work: (alone: boolean) => Promise<T>): Promise<T> {
  try {
    return await work(false);
  } catch (error) {
    if (!(error instanceof SupersededMeanwhile)) throw error;
    return work(true);
  }
}
