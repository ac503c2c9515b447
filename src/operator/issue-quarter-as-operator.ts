import type { EntityManager } from '@mikro-orm/postgresql';
import { type IssueQuarterRequest, issueQuarter } from '../ledger/issue-quarter.js';
import { perform } from '../platform/perform.js';
import { contextFor, operatorActor } from './operator.js';

/** Issues a quarter in the operator's name. The key is the quarter: asked again, a completed run answers what it answered. */
export async function issueQuarterAsOperator(
  em: EntityManager,
  now: Date,
  mode: 'sandbox' | 'production',
  request: IssueQuarterRequest,
) {
  const context = contextFor(em, await operatorActor(em, now), now, mode);
  const { quarter, dryRun } = request;
  const key = { mutation: 'issueQuarter', input: { quarter }, idempotencyKey: `operator issues ${quarter}`, dryRun };
  return perform(context, key, verb => issueQuarter(verb, request));
}
