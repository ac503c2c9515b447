import { decimalText } from '../domain/decimal.js';
import type { SubmittedRow } from '../metering/judge-rows.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { uploadFormats } from '../submission/upload.entity.js';

/** What rows of a submission come in: the input of the mutation, or a file. */
export const submissionForms = ['MUTATION', ...uploadFormats] as const;
export type SubmissionForm = (typeof submissionForms)[number];

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
  /** What its rows came in; of a receipt that was read: those of the submission. */
  readonly form: SubmissionForm;
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

/** A row that was given with what became of it; one that could not be read names nothing. */
export function recordedRow(outcome: ReadingOutcome, given: SubmittedRow | undefined): RecordedRow {
  if (given === undefined || 'unreadable' in given) {
    return { ...outcome, ptsId: '', meterLabel: '', readAt: '', valueKwh: '' };
  }
  const { ptsId, meterLabel, readAt, valueKwh } = given;
  return { ...outcome, ptsId, meterLabel, readAt: readAt.toISOString(), valueKwh: decimalText(valueKwh) };
}

/** Whether a row was stored. */
export function isStored({ status }: Pick<RecordedRow, 'status'>): boolean {
  return status === 'ACCEPTED' || status === 'SUPERSEDES';
}

/** Submissions that were carried out, or repeated what was. */
export function carriedOut({ kind, dryRun, code }: RecordedCall): boolean {
  return kind === 'SUBMIT' && !dryRun && code === null;
}
