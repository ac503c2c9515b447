import type { EntityManager } from '@mikro-orm/postgresql';
import { type ReportingWindow, windowAt } from '../domain/reporting-window.js';
import type { Verb } from '../platform/perform.js';
import { judgeRows, type OnRecord, type RowsOfCall, refusedTogether, type SubmittedRow } from './judge-rows.js';
import { knownReadings } from './known-readings.js';
import type { ReadingOutcome } from './reading.type.js';
import { labelsOfMisnamed } from './represented-labels.js';
import { lockRepresentedMeters, type NamedMeter, type RepresentedMeter } from './represented-meters.js';
import { storeReadings } from './store-readings.js';
import { noProduction, systemProduction } from './system-production.js';

/** Rows by what became of them. */
export interface RowCounts {
  /** Stored, the superseding ones among them. */
  readonly accepted: number;
  readonly superseded: number;
  readonly duplicates: number;
  readonly refused: number;
}

/** What became of rows, and the meters that no later row of the same call may be for. */
export interface ReportedRows {
  readonly outcomes: ReadingOutcome[];
  readonly meterIds: readonly string[];
}

/**
 * Judges rows and stores the good ones: what every way of reporting ends in, whatever the rows came in. A fixed number of
 * statements, however many rows. `allOrNone`: one refused row and nothing is stored.
 *
 * Refused before the judgement of `domain/reading`, in this order: BAD_USER_INPUT (a row that could not be read), NOT_REPRESENTED (no
 * such meter among those that the organisation represents today), MONTH_ROW_REPEATED (an earlier row of the call is for the same
 * meter), BAD_USER_INPUT (a value below zero or with more than three decimals).
 */
export async function reportRows(
  { em, context, now }: Verb,
  call: RowsOfCall,
  { allOrNone }: { readonly allOrNone: boolean },
): Promise<ReportedRows> {
  const window = windowAt(now);
  const named = namedMeters(call.rows);
  const meters = await lockRepresentedMeters(em, context.actor, named);
  const labels = await labelsOfMisnamed(em, context.actor, named, meters);
  const { known, production } = await recordOf(em, [...meters.values()], window);
  const judged = judgeRows(call, { meters, known, production, labels }, context.actor, now);
  const outcomes = judged.map(each => each.outcome);
  const meterIds = judged.map(each => each.meterId).filter(id => id !== null);
  if (allOrNone && outcomes.some(({ status }) => status === 'REFUSED')) {
    const refused = refusedTogether(outcomes);
    context.rowsReported?.(countRows(refused));
    return { outcomes: refused, meterIds };
  }
  if (window) {
    const submitted = { at: now, by: context.actor.accountId };
    const toStore = judged.map(each => each.reading).filter(reading => reading !== null);
    const ids = await storeReadings(em, window.month, toStore, submitted);
    let stored = 0;
    for (const { outcome, reading } of judged) {
      if (reading === null) continue;
      outcome.readingId = ids[stored] ?? null;
      stored += 1;
    }
  }
  context.rowsReported?.(countRows(outcomes));
  return { outcomes, meterIds };
}

/** Counts rows by what became of them. */
export function countRows(outcomes: readonly ReadingOutcome[]): RowCounts {
  const counts = { ACCEPTED: 0, SUPERSEDES: 0, DUPLICATE: 0, REFUSED: 0 };
  for (const { status } of outcomes) counts[status] += 1;
  return {
    accepted: counts.ACCEPTED + counts.SUPERSEDES,
    superseded: counts.SUPERSEDES,
    duplicates: counts.DUPLICATE,
    refused: counts.REFUSED,
  };
}

/** The meters that rows name; a row that could not be read names none. */
export function namedMeters(rowsOfCall: readonly SubmittedRow[]): NamedMeter[] {
  const named: NamedMeter[] = [];
  rowsOfCall.forEach((row, at) => {
    if (!('unreadable' in row)) named.push({ at, ptsId: row.ptsId, meterLabel: row.meterLabel });
  });
  return named;
}

/** What is on record of the meters for the month whose window is open; outside every window nothing need be known. */
async function recordOf(
  em: EntityManager,
  meters: readonly RepresentedMeter[],
  window: ReportingWindow | null,
): Promise<Pick<OnRecord, 'known' | 'production'>> {
  if (!window) return { known: new Map(), production: noProduction() };
  const systemIds = meters.map(meter => meter.systemId);
  return {
    known: await knownReadings(em, meters, window.month),
    production: await systemProduction(em, systemIds, window.month),
  };
}
