import { windowAt } from '../domain/reporting-window.js';
import { localDateOf } from '../domain/time-zone.js';
import { giveIds, judgeRows, type RowsOfCall, refusedTogether } from '../metering/judge-rows.js';
import { namedMeters, type ReportedRows } from '../metering/report-rows.js';
import type { Verb } from '../platform/perform.js';
import { refuseFull } from './calls-of-run.js';
import { lockOpenRun } from './find-run.js';
import { recordOfRun, storeInRun } from './record-of-run.js';

/** How rows are reported in a run. */
interface InRun {
  readonly allOrNone: boolean;
  /** Rows of all that is submitted, these among them: a run takes all of them, or none. */
  readonly rowsMore: number;
  /** Id of the file that they are of. */
  readonly uploadId: string | null;
}

/**
 * `reportRows` in a run of the sandbox: the same judgement and the same answer, against the record and the clock of the run, whatever the
 * rows came in. NOT_FOUND, NOT_OPEN, TOO_MANY_ROWS, else the refusals of rows.
 */
export async function reportInRun(
  verb: Verb,
  runId: string,
  call: RowsOfCall,
  { allOrNone, rowsMore, uploadId }: InRun,
): Promise<ReportedRows> {
  const { em, context } = verb;
  const run = await lockOpenRun(verb, runId);
  await refuseFull(em, runId, rowsMore, uploadId);
  const month = windowAt(run.clockAt)?.month ?? null;
  const onRecord = await recordOfRun(em, runId, namedMeters(call.rows), month);
  const actor = { ...context.actor, on: localDateOf(run.clockAt) };
  const { outcomes, readings, meterIds } = judgeRows(call, onRecord, actor, run.clockAt);
  if (allOrNone && outcomes.some(({ status }) => status === 'REFUSED')) {
    return { outcomes: refusedTogether(outcomes), meterIds };
  }
  if (month) giveIds(outcomes, await storeInRun(em, runId, month, readings));
  return { outcomes, meterIds };
}
