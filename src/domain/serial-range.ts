import { Refusal } from './error.js';

/** Certificates of one batch with consecutive numbers, both ends included. */
export interface SerialRange {
  readonly batchId: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Serial ranges as the market shows them: `4086133 - 24 to 137`.
 *
 * Text -> range; BAD_USER_INPUT when malformed, zero or descending. Source: domain 4.
 */
export function parseSerialRange(text: string): SerialRange {
  const match = /^\s*([1-9]\d*) - ([1-9]\d*) to ([1-9]\d*)\s*$/.exec(text);
  const [batchId, first, last] = (match ?? []).slice(1).map(Number);
  if (batchId === undefined || first === undefined || last === undefined || !isRange(batchId, first, last)) {
    throw refusal(`"${text}" is not a range of serial numbers.`, text);
  }
  return { batchId, first, last };
}

/** One certificate of a batch. */
export interface SerialNumber {
  readonly batchId: number;
  readonly serial: number;
}

/**
 * The serial number of one certificate: `4086133 - 24`; the blanks may be left out, as in an address.
 *
 * Text -> number; BAD_USER_INPUT when malformed or zero. Source: domain 4.
 */
export function parseSerialNumber(text: string): SerialNumber {
  const match = /^\s*([1-9]\d*)\s*-\s*([1-9]\d{0,8})\s*$/.exec(text);
  const [batchId, serial] = (match ?? []).slice(1).map(Number);
  if (batchId === undefined || serial === undefined || !isRange(batchId, serial, serial)) {
    const message = `"${text.slice(0, 60)}" is not a serial number.`;
    throw new Refusal('BAD_USER_INPUT', message, { value: text.slice(0, 60), expected: '4086133 - 24' });
  }
  return { batchId, serial };
}

/** Serial number -> text as the market shows it. */
export function formatSerialNumber({ batchId, serial }: SerialNumber): string {
  return `${batchId} - ${serial}`;
}

/** Range -> text as the market shows it. */
export function formatSerialRange({ batchId, first, last }: SerialRange): string {
  return `${batchId} - ${first} to ${last}`;
}

/** Certificates in a range: last - first + 1. */
export function countOfRange({ first, last }: SerialRange): number {
  return last - first + 1;
}

/** Takes certificates off the low end: `[taken, rest]`; BAD_USER_INPUT unless 0 < count < all of them. */
export function splitSerialRange(range: SerialRange, count: number): readonly [SerialRange, SerialRange] {
  if (!Number.isSafeInteger(count) || count < 1 || count >= countOfRange(range)) {
    throw refusal(`${count} cannot be split off ${formatSerialRange(range)}.`, formatSerialRange(range));
  }
  const lastTaken = range.first + count - 1;
  return [
    { ...range, last: lastTaken },
    { ...range, first: lastTaken + 1 },
  ];
}

/** Ranges in any order -> the fewest ranges with the same certificates, ascending; BAD_USER_INPUT when two overlap. */
export function mergeSerialRanges(ranges: readonly SerialRange[]): SerialRange[] {
  const merged: SerialRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.batchId - b.batchId || a.first - b.first)) {
    const before = merged.at(-1);
    const sameBatch = before?.batchId === range.batchId;
    if (sameBatch && range.first <= before.last) {
      throw refusal('Two ranges of serial numbers overlap.', formatSerialRange(range));
    }
    if (sameBatch && range.first === before.last + 1) merged[merged.length - 1] = { ...before, last: range.last };
    else merged.push(range);
  }
  return merged;
}

function isRange(batchId: number, first: number, last: number): boolean {
  return [batchId, first, last].every(Number.isSafeInteger) && first <= last;
}

function refusal(message: string, value: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { value, expected: '4086133 - 24 to 137' });
}
