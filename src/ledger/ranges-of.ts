import { Refusal } from '../domain/error.js';
import { parseSerialRange, type SerialRange } from '../domain/serial-range.js';

/** The most ranges of one call. Source: domain 4 (up to 20,000 batches at a time). */
export const maximumRanges = 20_000;

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
