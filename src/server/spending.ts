import type { QuerySize } from './query-size.js';

/** What is left of what somebody may spend, in points, and in how many seconds all of it is there again. */
export interface Budget {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** What one request costs: filled in when it is known. */
export interface Spending {
  size?: QuerySize;
  points?: number;
  budget?: Budget | null;
}
