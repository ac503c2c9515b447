import type { Context } from '../boundary/context.js';
import type { Deadline } from './deadline.js';
import type { Spending } from './query-limits.js';

/** The context of a request that came over HTTP: what resolvers get, and what the endpoint itself keeps of it. */
export interface HttpContext extends Context {
  readonly deadline: Deadline;
  /** What the operation costs, once that is known. */
  readonly spending: Spending;
}
