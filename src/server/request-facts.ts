import type { FastifyRequest } from 'fastify';
import type { RateState } from './rate-limiter.js';
import type { Spending } from './spending.js';

/** What became known of a request while it was worked on: for log, metrics and traces. Of what a client wrote no more than a name. */
export interface RequestFacts {
  accountId?: string;
  /** Of a GraphQL document that was understood. */
  operation?: 'query' | 'mutation' | 'subscription';
  /** Its answer, if it was executed from its compiled form. */
  written?: Buffer;
  /** As the client calls it. */
  operationName?: string;
  spending?: Spending;
  /** The codes of the errors in its answer, each once. */
  readonly codes: Set<string>;
  /** Where the asker stands, as it was last counted. */
  rate?: RateState;
  /** Log, metrics and traces have it. */
  told?: boolean;
  /** The budget that was found spent. */
  spentBudget?: RateState['name'];
}

const known = Symbol('facts');

/** The facts of a request, to be read and added to. They hang on it: a weak map costs the garbage collector as much as the request. */
export function factsOf(request: FastifyRequest & { [known]?: RequestFacts }): RequestFacts {
  request[known] ??= { codes: new Set() };
  return request[known];
}
