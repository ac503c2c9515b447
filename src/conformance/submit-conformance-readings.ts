import { Refusal } from '../domain/error.js';
import { maximumReadings } from '../metering/reading.input.js';
import { countRows } from '../metering/report-rows.js';
import type { Verb } from '../platform/perform.js';
import type { SubmitConformanceReadingsInput } from './conformance.input.js';
import { reportInRun } from './report-in-run.js';

/** `submitReadings` in a run of the sandbox. TOO_MANY_ROWS, else what `reportInRun` refuses. */
export async function submitConformanceReadings(verb: Verb, { runId, readings, mode }: SubmitConformanceReadingsInput) {
  if (readings.length === 0 || readings.length > maximumReadings) {
    throw new Refusal('TOO_MANY_ROWS', `A call takes 1 to ${maximumReadings} rows, not ${readings.length}.`, {
      rows: readings.length,
      maximum: maximumReadings,
    });
  }
  const call = { rows: readings, firstIndex: 0, hadMeter: () => false };
  const asked = { allOrNone: mode === 'ATOMIC', rowsMore: readings.length, uploadId: null };
  const { outcomes } = await reportInRun(verb, runId, call, asked);
  return { ...countRows(outcomes), outcomes };
}
