import type { EntityManager } from '@mikro-orm/postgresql';
import { type ReportingWindow, windowAt } from '../domain/reporting-window.js';
import type { Verb } from '../platform/perform.js';
import {
  giveIds,
  type JudgedRows,
  judgeRows,
  type OnRecord,
  type RowsOfCall,
  refusedTogether,
  type SubmittedRow,
} from './judge-rows.js';
import { knownReadings } from './known-readings.js';
import type { ReadingOutcome } from './reading.type.js';
import { labelsOfMisnamed } from './represented-labels.js';
import { lockRepresentedMeters, type NamedMeter, type RepresentedMeters } from './represented-meters.js';
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
export type ReportedRows = Pick<JudgedRows, 'outcomes' | 'meterIds'>;

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
  const { outcomes, readings, meterIds } = await judgeUponRecord({ em, context, now }, call, window);
  if (allOrNone && outcomes.some(({ status }) => status === 'REFUSED')) {
    const refused = refusedTogether(outcomes);
    context.rowsReported?.(countRows(refused));
    return { outcomes: refused, meterIds };
  }
  if (window) {
    const submitted = { at: now, by: context.actor.accountId };
    giveIds(outcomes, await storeReadings(em, window.month, readings, submitted));
  }
  context.rowsReported?.(countRows(outcomes));
  return { outcomes, meterIds };
}

/** Locks what rows name and judges them. What that takes, several objects a row, ends here and does not wait until they are stored. */
async function judgeUponRecord(
  { em, context: { actor }, now }: Verb,
  call: RowsOfCall,
  window: ReportingWindow | null,
): Promise<JudgedRows> {
  const named = namedMeters(call.rows);
  const meters = await lockRepresentedMeters(em, actor, named);
  const labels = await labelsOfMisnamed(em, actor, named, meters);
  const record = await recordOf(em, meters, window);
  return judgeRows(call, { ...record, meters, labels }, actor, now);
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
  meters: RepresentedMeters,
  window: ReportingWindow | null,
): Promise<Pick<OnRecord, 'known' | 'production'>> {
  if (!window) return { known: new Map(), production: noProduction() };
  return {
    known: await knownReadings(em, meters, window.month),
    production: await systemProduction(em, meters.systemIds, window.month),
  };
}
