import { textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import { parseSerialRange, type SerialRange } from '../domain/serial-range.js';

/** The most transfers of one call, and the most ranges of one call. Source: domain 4 (up to 20,000 batches at a time). */
export const maximumTransfers = 1_000;
export const maximumRanges = 20_000;

/** The longest reason, and the longest note to the other party, in characters. */
export const longestReason = 2000;
export const longestNote = 1000;

/** Refuses a reason that says nothing or too much: BAD_USER_INPUT. */
export function requireReason(reason: string): void {
  textOfLength(longestReason, 'reason', reason);
}

/** Refuses a call of too many rows, or of none: TOO_MANY_ROWS. */
export function refuseTooMany(rows: number, maximum: number): void {
  if (rows >= 1 && rows <= maximum) return;
  throw new Refusal('TOO_MANY_ROWS', `A call takes 1 to ${maximum} rows, not ${rows}.`, { rows, maximum });
}

/** Ranges as they are written -> ranges; TOO_MANY_ROWS, BAD_USER_INPUT. */
export function rangesOf(texts: readonly string[]): SerialRange[] {
  refuseTooMany(texts.length, maximumRanges);
  return texts.map(parseSerialRange);
}
