import { localDateOf } from '../domain/time-zone.js';
import type { Verb } from '../platform/perform.js';
import { openRequest } from '../request/open-request.js';
import { requireEvidence } from '../request/require-evidence.js';
import { requireSystem } from '../system/find-system.js';
import type { ApplyForQualificationInput } from './application.input.js';
import { type QualificationContent, unitOf } from './application.js';
import { answerOf, refuseIneligible } from './application-answer.js';
import { unitDataOf } from './unit-data.js';

/**
 * Applies for a statement of qualification: whoever may see the system asks, the regulator decides. What is submitted is judged by
 * the rules of this day, and is refused with every reason against it; a draft is only kept.
 */
export async function applyForQualification(verb: Verb, input: ApplyForQualificationInput) {
  const system = await requireSystem(verb.em, verb.context.actor, input.ptsId);
  const unit = unitDataOf(input.unit);
  const filedOn = input.submit ? localDateOf(verb.now) : null;
  const answer = filedOn && answerOf(input.program, unitOf(input.program, unit, system), filedOn);
  if (answer) {
    refuseIneligible(input.program, answer);
    requireEvidence(input.evidence, 'AUTHORIZATION_TO_INTERCONNECT');
  }
  const content: QualificationContent = {
    ptsId: system.ptsId,
    program: input.program,
    unit,
    filedOn,
    answer,
    review: null,
  };
  const request = await openRequest(verb, {
    kind: 'QUALIFICATION',
    systemId: system.id,
    content,
    documents: input.evidence,
    reason: input.reason,
    submit: input.submit,
    draftId: input.draftId ?? null,
  });
  return { requestId: request.id, state: request.state, qualification: content };
}
