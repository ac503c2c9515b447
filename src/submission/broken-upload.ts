import { Refusal } from '../domain/error.js';

/**
 * An upload that cannot be read on: what is wrong with it, and, where a reader knows better than who counts, how many rows were before it,
 * or that it is the line that names the columns.
 */
export class BrokenUpload extends Error {
  constructor(
    message: string,
    readonly rowsBefore: number | null = null,
    readonly inFirstLine = false,
  ) {
    super(message);
  }
}

/** The refusal of an upload that broke after a number of rows. */
export function refusalOfBroken({ message, rowsBefore, inFirstLine }: BrokenUpload, rowsRead: number): Refusal {
  const index = rowsBefore ?? rowsRead;
  const where = inFirstLine ? 'the first line' : `row ${index + 1} of the upload, or what follows the last row`;
  return new Refusal('BAD_USER_INPUT', `${message} It is ${where}.`, { index });
}
