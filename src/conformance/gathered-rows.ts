import type { SubmittedRow } from '../metering/judge-rows.js';
import type { SubmittedRows } from '../submission/submitted-rows.js';

/** The rows of a file, all of which were read before anything is done with them, and what its reading ended by. */
export class GatheredRows {
  private constructor(
    readonly rows: readonly SubmittedRow[],
    private readonly failure: { readonly error: unknown } | null,
  ) {}

  /** Reads rows until their end, until reading fails, or until there are more than a number. */
  static async of(submitted: SubmittedRows, mostRows: number): Promise<GatheredRows> {
    const rows: SubmittedRow[] = [];
    try {
      for await (const piece of submitted) {
        for (const row of piece) rows.push(row);
        if (rows.length > mostRows) break;
      }
    } catch (error) {
      return new GatheredRows(rows, { error });
    }
    return new GatheredRows(rows, null);
  }

  /** The rows once more as they came: what broke their file is thrown behind the last. */
  async *again(): SubmittedRows {
    yield this.rows;
    if (this.failure) throw this.failure.error;
  }
}
