import type { EntityManager } from '@mikro-orm/postgresql';
import { issueQuarter } from '../ledger/issue-quarter.js';
import { type QuarterRequest, reportQuarter } from '../ledger/report-quarter.js';
import { type Outcome, perform, type Verb } from '../platform/perform.js';
import { contextFor, operatorActor } from './operator.js';

type Mode = 'sandbox' | 'production';

/** Reports a quarter in the operator's name. The key is the quarter: asked again, a frozen report answers what it answered. */
export function reportQuarterAsOperator(em: EntityManager, now: Date, mode: Mode, request: QuarterRequest) {
  return asOperator(em, now, mode, request, 'reportQuarter', verb => reportQuarter(verb, request));
}

/** Issues a quarter in the operator's name. The key is the quarter: asked again, a completed run answers what it answered. */
export function issueQuarterAsOperator(em: EntityManager, now: Date, mode: Mode, request: QuarterRequest) {
  return asOperator(em, now, mode, request, 'issueQuarter', verb => issueQuarter(verb, request));
}

async function asOperator<T extends Outcome>(
  em: EntityManager,
  now: Date,
  mode: Mode,
  { quarter, dryRun }: QuarterRequest,
  mutation: 'reportQuarter' | 'issueQuarter',
  verb: (verb: Verb) => Promise<T>,
) {
  const context = contextFor(em, await operatorActor(em, now), now, mode);
  const step = mutation === 'reportQuarter' ? 'reports' : 'issues';
  const key = { mutation, input: { quarter }, idempotencyKey: `operator ${step} ${quarter}`, dryRun };
  return perform(context, key, verb);
}
