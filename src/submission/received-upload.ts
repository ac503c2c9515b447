import type { StoredOutcome, UploadRow } from './upload.entity.js';

/** What an upload came to. */
export interface ReceivedUpload {
  readonly receipt: Omit<UploadRow, 'id'> & { readonly id: string | null };
  readonly dryRun: boolean;
  /** Rows that were done when they were sent before, and were not done again. */
  readonly replayedRows: number;
  /** Those of a dry run, which are stored nowhere, until they are discarded; null: they are in the receipt. */
  readonly outcomes: { read(): AsyncGenerator<readonly StoredOutcome[]>; discard(): Promise<void> } | null;
}
