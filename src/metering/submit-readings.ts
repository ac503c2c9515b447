import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maximumReadings, type SubmitReadingsInput } from './reading.input.js';
import { countRows, reportRows } from './report-rows.js';

/**
 * Reports production: each row is judged by itself and answered for, good rows are stored although others are refused - unless
 * the caller wants all or none. TOO_MANY_ROWS, else the refusals of rows (`report-rows`).
 */
export async function submitReadings(verb: Verb, { readings, mode }: SubmitReadingsInput) {
  if (readings.length === 0 || readings.length > maximumReadings) {
    throw new Refusal('TOO_MANY_ROWS', `A call takes 1 to ${maximumReadings} rows, not ${readings.length}.`, {
      rows: readings.length,
      maximum: maximumReadings,
    });
  }
  const call = { rows: readings, firstIndex: 0, hadMeter: () => false };
  const { outcomes } = await reportRows(verb, call, { allOrNone: mode === 'ATOMIC' });
  return { ...countRows(outcomes), outcomes };
}
