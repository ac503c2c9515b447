import { createHash } from 'node:crypto';

/**
 * A number from 0 to below `limit` that looks like chance and is none: the same words give the same number, on every machine.
 * `limit` at most 2^24; out of 2^48 equally likely ones, so its bias is nothing.
 */
export function draw(limit: number, ...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUIntBE(0, 6) % limit;
}

/** `draw` for one unit and year. */
export type Lots = (limit: number, ...words: readonly (string | number)[]) => number;
