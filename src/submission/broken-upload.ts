import { Refusal } from '../domain/error.js';

/** An upload that cannot be read on: what is wrong with it, and, where a reader knows better than who counts, how many rows were before it. */
export class BrokenUpload extends Error {
  constructor(
    message: string,
    readonly rowsBefore: number | null = null,
  ) {
    super(message);
  }
}

/** The refusal of an upload that broke after a number of rows. */
export function refusalOfBroken({ message, rowsBefore }: BrokenUpload, rowsRead: number): Refusal {
  const index = rowsBefore ?? rowsRead;
  return new Refusal(
    'BAD_USER_INPUT',
    `${message} It is row ${index + 1} of the upload, or what follows the last row.`,
    {
      index,
    },
  );
}
