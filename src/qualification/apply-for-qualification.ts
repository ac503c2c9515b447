import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import { holdsRole } from '../ownership/holds-role.js';
import type { Verb } from '../platform/perform.js';
import { openRequest } from '../request/open-request.js';
import { requireEvidence } from '../request/require-evidence.js';
import { requireSystem } from '../system/find-system.js';
import type { SystemRow } from '../system/system.entity.js';
import type { ApplyForQualificationInput } from './application.input.js';
import { type QualificationContent, unitOf } from './application.js';
import { answerOf, refuseIneligible } from './application-answer.js';
import { unitDataOf } from './unit-data.js';

/**
 * Applies for a statement of qualification: the system owner or REC owner of today asks, or staff, and the
 * regulator decides. What is submitted is judged by
 * the rules of this day, and is refused with every reason against it; a draft is only kept.
 */
export async function applyForQualification(verb: Verb, input: ApplyForQualificationInput) {
  const system = await requireSystem(verb.em, verb.context.actor, input.ptsId);
  await requireHolder(verb, system);
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

/** FORBIDDEN to who sees the system as something else than its system owner or REC owner, e.g. by its asset. */
async function requireHolder({ em, context }: Verb, { id, ptsId }: SystemRow): Promise<void> {
  const { kinds, organisationId, on } = context.actor;
  if (kinds.has('STAFF')) return;
  const roles = (['SYSTEM_OWNER', 'REC_OWNER'] as const).filter(role => kinds.has(role));
  if (await holdsRole(em, organisationId, id, roles, on)) return;
  throw new Refusal('FORBIDDEN', 'This is asked for by SYSTEM_OWNER or REC_OWNER of the system.', {
    ptsId,
    askers: ['SYSTEM_OWNER', 'REC_OWNER'],
  });
}
