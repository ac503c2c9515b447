import type { ReadingOutcome } from '../metering/reading.type.js';

/** A row of a call and what became of it. Plain values, kept as JSON. */
export interface RecordedRow extends Omit<ReadingOutcome, 'readingId'> {
  readonly readingId: string | null;
  readonly ptsId: string;
  readonly meterLabel: string;
  readonly readAt: string;
  readonly valueKwh: string;
}

/** A call as the cases look at it, in the order of `sequence`. */
export interface RecordedCall {
  readonly sequence: number;
  readonly kind: 'SUBMIT' | 'RECEIPT';
  readonly key: string;
  /** Equal for equal content. */
  readonly content: string;
  readonly dryRun: boolean;
  /** It was sent before under the same key, and the stored answer came back. */
  readonly replayed: boolean;
  /** Code by which the whole call was refused, or null. */
  readonly code: string | null;
  readonly rows: readonly RecordedRow[];
}

/** Whether a row was stored. */
export function isStored({ status }: Pick<RecordedRow, 'status'>): boolean {
  return status === 'ACCEPTED' || status === 'SUPERSEDES';
}

/** Submissions that were carried out, or repeated what was. */
export function carriedOut({ kind, dryRun, code }: RecordedCall): boolean {
  return kind === 'SUBMIT' && !dryRun && code === null;
}
