const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The pause after each try that failed, in milliseconds. Ours: receivers are away for a moment, or for a weekend day. */
const pausesMs = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  20 * hour,
] as const;

/** How often a delivery is tried; after the last of them, almost two days after the first, its webhook is suspended. */
export const maximumTries = pausesMs.length + 1;

/** How long to wait after a number of tries that failed, in milliseconds; null: it was the last one. */
export function pauseAfterMs(tries: number): number | null {
  return pausesMs[tries - 1] ?? null;
}
