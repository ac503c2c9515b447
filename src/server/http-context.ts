import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../boundary/context.js';
import type { Deadline } from './deadline.js';
import type { RequestFacts } from './request-facts.js';
import type { Budget, Spending } from './spending.js';

/** The context of a request that came over HTTP: what resolvers get, and what the endpoint itself keeps of it. */
export interface HttpContext extends Context {
  /** Of the primary, until an operation turns out to read from a copy (`lagging-queries`). */
  em: EntityManager;
  readonly deadline: Deadline;
  readonly spending: Spending;
  readonly facts: RequestFacts;
  /**
   * Takes the points of an operation from the budget of who asks, before it is executed: out, what is left (null where nothing is
   * counted), or the error that refuses it.
   */
  readonly spend: (points: number) => Promise<Budget | null>;
}
