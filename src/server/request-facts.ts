import type { FastifyRequest } from 'fastify';
import type { RatePolicy } from './rate-limiter.js';
import type { Spending } from './spending.js';

/** What became known of a request while it was worked on: for log, metrics and traces. Nothing that a client wrote but a name. */
export interface RequestFacts {
  accountId?: string;
  /** Of a GraphQL document that was understood. */
  operation?: 'query' | 'mutation' | 'subscription';
  /** Executed from its compiled form. */
  compiled?: true;
  /** As the client calls it. */
  operationName?: string;
  spending?: Spending;
  /** The codes of the errors in its answer, each once. */
  readonly codes: Set<string>;
  /** The budget that was found spent. */
  spentBudget?: RatePolicy['name'];
}

const known = new WeakMap<FastifyRequest, RequestFacts>();

/** The facts of a request, to be read and added to. */
export function factsOf(request: FastifyRequest): RequestFacts {
  const facts = known.get(request) ?? { codes: new Set<string>() };
  known.set(request, facts);
  return facts;
}
