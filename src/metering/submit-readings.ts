import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Refusal } from '../domain/error.js';
import { type ReportingWindow, windowAt } from '../domain/reporting-window.js';
import type { Verb } from '../platform/perform.js';
import { row as oneRow, sql } from '../platform/sql.js';
import { judgeRows, meterKey, type OnRecord } from './judge-rows.js';
import { knownReadings } from './known-readings.js';
import { maximumReadings, type SubmitReadingsInput } from './reading.input.js';
import type { ReadingOutcome } from './reading.type.js';
import { lockRepresentedMeters, type RepresentedMeter } from './represented-meters.js';
import { storeReadings } from './store-readings.js';
import { noProduction, systemProduction } from './system-production.js';

/**
 * Reports production: each row is judged by itself and answered for, good rows are stored although others are refused.
 *
 * Refused before the judgement of `domain/reading`, in this order: NOT_REPRESENTED (no such meter among those that the
 * organisation represents today), MONTH_ROW_REPEATED (an earlier row of the call is for the same meter), BAD_USER_INPUT (a
 * value below zero or with more than three decimals). A fixed number of statements, however many rows.
 */
export async function submitReadings({ em, context, now }: Verb, input: SubmitReadingsInput) {
  if (input.readings.length === 0 || input.readings.length > maximumReadings) {
    throw new Refusal('TOO_MANY_ROWS', `A call takes 1 to ${maximumReadings} rows, not ${input.readings.length}.`, {
      rows: input.readings.length,
      maximum: maximumReadings,
    });
  }
  const window = windowAt(now);
  if (window) await oneRow(em, sql`select ensure_reading_partition(${monthToDate(window.month)}::date)`);
  const meters = new Map(
    (await lockRepresentedMeters(em, context.actor, input.readings)).map(meter => [
      meterKey(meter.ptsId, meter.label),
      meter,
    ]),
  );
  const { known, production } = await recordOf(em, [...meters.values()], window);
  const rows = judgeRows(input.readings, { meters, known, production }, context.actor, now);
  const accepted = rows.flatMap(({ outcome, reading }) => (reading ? [{ outcome, reading }] : []));
  if (window) {
    const submitted = { at: now, by: context.actor.accountId };
    const toStore = accepted.map(each => each.reading);
    const ids = await storeReadings(em, window.month, toStore, submitted);
    accepted.forEach(({ outcome }, index) => {
      outcome.readingId = ids[index] ?? null;
    });
  }
  const outcomes = rows.map(each => each.outcome);
  const countOf = (status: ReadingOutcome['status']) => outcomes.filter(outcome => outcome.status === status).length;
  return {
    accepted: accepted.length,
    superseded: countOf('SUPERSEDES'),
    duplicates: countOf('DUPLICATE'),
    refused: countOf('REFUSED'),
    outcomes,
  };
}

/** What is on record of the meters for the month whose window is open; outside every window nothing need be known. */
async function recordOf(
  em: EntityManager,
  meters: readonly RepresentedMeter[],
  window: ReportingWindow | null,
): Promise<Pick<OnRecord, 'known' | 'production'>> {
  if (!window) return { known: new Map(), production: noProduction() };
  const meterIds = meters.map(meter => meter.meterId);
  const systemIds = meters.map(meter => meter.systemId);
  return {
    known: await knownReadings(em, meterIds, window.month),
    production: await systemProduction(em, systemIds, window.month),
  };
}
