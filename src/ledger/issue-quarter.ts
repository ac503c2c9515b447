import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { Quarter } from '../domain/quarter.js';
import { lockIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { row, rows, sql } from '../platform/sql.js';
import type { Run } from './asset-month.js';
import { issueAssets, SupersededMeanwhile } from './issue-assets.js';
import { refuseBeforeSchedule, refuseOutOfOrder, refuseWithoutHolder } from './quarter-order.js';
import { quarterTotals } from './quarter-totals.js';

/** Assets in one transaction: enough to spare round trips, few enough that an interruption loses little. */
const assetsPerTransaction = 250;

export interface IssueQuarterRequest {
  readonly quarter: Quarter;
  readonly reason: string;
  readonly dryRun: boolean;
  /** Told after each transaction how many of the assets have been gone through. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Issues a quarter: from the readings in force to certificates in the accounts of that month, for every asset.
 *
 * Refused before the last window has closed, out of order, and while an asset with production has no holder. Each batch of
 * assets is a transaction of its own, so a run that is interrupted loses nothing and goes on where it stopped when it is asked
 * for again; one run at a time, the next one waits. A quarter that is completed stays as it is: production that comes later waits for staff. A dry run does it all in
 * the request's own transaction, which is rolled back.
 */
export async function issueQuarter({ em, context, now }: Verb, request: IssueQuarterRequest) {
  const { quarter, dryRun } = request;
  refuseBeforeSchedule(quarter, 'issue', now);
  await lockIssuing(em);
  await refuseOutOfOrder(em, quarter);
  await refuseWithoutHolder(em, quarter);
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    (dryRun ? em : context.em.fork()).transactional(work);
  const begun = { quarter, issuedAt: now, issuedBy: context.actor.accountId, reason: request.reason };
  const run = await transaction(em => beginRun(em, begun));
  if (!run.completed) {
    const { total } = await row<{ total: string }>(em, sql`select count(*) as total from gis_asset`);
    let done = 0;
    for await (const assetIds of assetBatches(em)) {
      await undisturbed(alone => transaction(em => issueAssets(em, run, assetIds, alone)));
      done += assetIds.length;
      request.progress?.(done, Number(total));
    }
    await transaction(em => rows(em, sql`update issuance_run set completed_at = ${now} where id = ${run.id}`));
  }
  return { quarter, ...(await quarterTotals(em, quarter, sql`true`)) };
}

/** Begins the run of a quarter, or takes up the one that was begun: what it writes keeps the instant and reason of its beginning. */
async function beginRun(em: EntityManager, begun: Omit<Run, 'id'>): Promise<Run & { readonly completed: boolean }> {
  await rows(
    em,
    sql`insert into issuance_run (quarter, issued_at, issued_by, reason)
        values (${begun.quarter}, ${begun.issuedAt}, ${begun.issuedBy}, ${begun.reason})
        on conflict on constraint issuance_run_quarter_unique do nothing`,
  );
  const run = await row<{ id: string; issuedAt: string; issuedBy: string; reason: string; completed: boolean }>(
    em,
    sql`select id, issued_at as "issuedAt", issued_by as "issuedBy", reason, completed_at is not null as completed
        from issuance_run where quarter = ${begun.quarter}`,
  );
  return { ...run, quarter: begun.quarter, issuedAt: instantOf(run.issuedAt) };
}

/** The ids of all assets, ascending, some at a time. */
async function* assetBatches(em: EntityManager): AsyncGenerator<string[]> {
  let after = '0';
  for (;;) {
    const batch = await rows<{ id: string }>(
      em,
      sql`select id from gis_asset where id > ${after} order by id limit ${assetsPerTransaction}`,
    );
    const last = batch.at(-1);
    if (!last) return;
    yield batch.map(asset => asset.id);
    after = last.id;
  }
}

/** Issues a batch; when a reading in it was superseded meanwhile, it was rolled back, and is issued with the meters locked. */
async function undisturbed<T>(work: (alone: boolean) => Promise<T>): Promise<T> {
  try {
    return await work(false);
  } catch (error) {
    if (!(error instanceof SupersededMeanwhile)) throw error;
    return work(true);
  }
}
