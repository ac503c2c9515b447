import type { SubmittedRow } from '../metering/judge-rows.js';

/**
 * The rows of a file as they come, a piece of the text at a time: handed on one by one, each through every reader and counter between the
 * wire and its batch, they waited longer than they took to be read.
 */
export type SubmittedRows = AsyncGenerator<readonly SubmittedRow[]>;
