import { createHash } from 'node:crypto';
import { instantText } from '../boundary/columns.js';
import { decimalText, parseDecimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { SubmittedRow } from '../metering/judge-rows.js';
import { BrokenUpload, refusalOfBroken } from './broken-upload.js';
import { maximumUploadRows } from './limits.js';
import type { SubmittedRows } from './submitted-rows.js';

/** Rows of an upload that are judged and stored at once. */
export interface Batch {
  /** From 0. */
  readonly number: number;
  readonly firstIndex: number;
  readonly rows: readonly SubmittedRow[];
  /** SHA-256 of what the rows say, whatever form they came in. */
  readonly contentHash: Buffer;
}

/**
 * Gathers rows into batches of one size, so that a repeated upload has the same ones. TOO_MANY_ROWS for none and for too many; what broke
 * the upload is refused with the row at which it did, and the rows that did not fill a batch are left out.
 */
export async function* batchesOf(rows: SubmittedRows, size: number): AsyncGenerator<Batch> {
  let read = 0;
  let number = 0;
  let gathered: SubmittedRow[] = [];
  const take = (): Batch => {
    const batch = { number, firstIndex: read - gathered.length, rows: gathered, contentHash: hashOf(gathered) };
    number += 1;
    gathered = [];
    return batch;
  };
  try {
    for await (const piece of rows) {
      for (const row of piece) {
        if (read === maximumUploadRows) throw tooMany();
        gathered.push(row);
        read += 1;
        if (gathered.length === size) yield take();
      }
    }
  } catch (error) {
    throw error instanceof BrokenUpload ? refusalOfBroken(error, read) : error;
  }
  if (read === 0) throw tooMany();
  if (gathered.length > 0) yield take();
}

function tooMany(): Refusal {
  return new Refusal('TOO_MANY_ROWS', `An upload has 1 to ${maximumUploadRows} rows.`, { maximum: maximumUploadRows });
}

/** A row as plain values. */
export type PlainRow = readonly (string | null)[];

export function plainRow(row: SubmittedRow): PlainRow {
  return 'unreadable' in row
    ? [row.key, row.unreadable, row.expected]
    : [row.key ?? null, row.ptsId, row.meterLabel, instantText(row.readAt), decimalText(row.valueKwh)];
}

/** The row that `plainRow` made plain. */
export function rowOfPlain(plain: PlainRow): SubmittedRow {
  const [key = null, second, third = null, readAt, valueKwh] = plain;
  if (readAt === undefined) return { key, unreadable: second ?? '', expected: third };
  return {
    key,
    ptsId: second ?? '',
    meterLabel: third ?? '',
    readAt: new Date(readAt ?? ''),
    valueKwh: parseDecimal(valueKwh ?? ''),
  };
}

function hashOf(rows: readonly SubmittedRow[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(rows.map(plainRow)))
    .digest();
}
