import { Refusal } from '../domain/error.js';
import { windowAt } from '../domain/reporting-window.js';
import { localDateOf } from '../domain/time-zone.js';
import { judgeRows, refusedTogether } from '../metering/judge-rows.js';
import { maximumReadings } from '../metering/reading.input.js';
import { countRows } from '../metering/report-rows.js';
import type { Verb } from '../platform/perform.js';
import { refuseFull } from './calls-of-run.js';
import type { SubmitConformanceReadingsInput } from './conformance.input.js';
import { lockOpenRun } from './find-run.js';
import { recordOfRun, storeInRun } from './record-of-run.js';

/**
 * `submitReadings` in a run of the sandbox: the same rows, the same judgement and the same answer, against the record and the clock of
 * the run. NOT_FOUND, NOT_OPEN, TOO_MANY_ROWS, else the refusals of rows.
 */
export async function submitConformanceReadings(verb: Verb, input: SubmitConformanceReadingsInput) {
  const { em, context } = verb;
  const { runId, readings, mode } = input;
  const run = await lockOpenRun(verb, runId);
  if (readings.length === 0 || readings.length > maximumReadings) {
    throw new Refusal('TOO_MANY_ROWS', `A call takes 1 to ${maximumReadings} rows, not ${readings.length}.`, {
      rows: readings.length,
      maximum: maximumReadings,
    });
  }
  await refuseFull(em, runId, readings.length);
  const month = windowAt(run.clockAt)?.month ?? null;
  const onRecord = await recordOfRun(em, runId, readings, month);
  const actor = { ...context.actor, on: localDateOf(run.clockAt) };
  const judged = judgeRows({ rows: readings, firstIndex: 0, hadMeter: () => false }, onRecord, actor, run.clockAt);
  const outcomes = judged.map(({ outcome }) => outcome);
  if (mode === 'ATOMIC' && outcomes.some(({ status }) => status === 'REFUSED')) {
    const together = refusedTogether(outcomes);
    return { ...countRows(together), outcomes: together };
  }
  const accepted = judged.flatMap(({ outcome, reading }) => (reading ? [{ outcome, reading }] : []));
  if (month) {
    const ids = await storeInRun(
      em,
      runId,
      month,
      accepted.map(({ reading }) => reading),
    );
    accepted.forEach(({ outcome }, at) => {
      outcome.readingId = ids[at] ?? null;
    });
  }
  return { ...countRows(outcomes), outcomes };
}
