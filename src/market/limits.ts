import { textOfLength } from '../boundary/text-length.js';

/** The most transfers of one call. */
export const maximumTransfers = 1_000;

/** The longest reason, and the longest note to the other party, in characters. */
export const longestReason = 2000;
export const longestNote = 1000;

/** Refuses a reason that says nothing or too much: BAD_USER_INPUT. */
export function requireReason(reason: string): void {
  textOfLength(longestReason, 'reason', reason);
}
