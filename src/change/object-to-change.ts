import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import type { ObjectToChangeInput } from './change.input.js';
import { changeKinds } from './change.js';
import { standsTo } from './change-standing.js';

/**
 * Who is system owner, REC owner or account holder of the asset of a system today objects to a change of it that another organisation
 * asked for: it is cancelled, with the reason, and makes room for another of its kind.
 *
 * NOT_FOUND a request that is not the actor's to see, or about a system in which it holds nothing; BAD_USER_INPUT one of its own
 * organisation, which is withdrawn instead; REQUEST_NOT_OPEN once it is decided.
 */
export async function objectToChange(verb: Verb, { requestId, reason }: ObjectToChangeInput) {
  const { actor } = verb.context;
  const request = await lockRequest(verb, requestId, changeKinds);
  if (request.organisationId === actor.organisationId) {
    throw new Refusal('BAD_USER_INPUT', `Request ${requestId} is of your own organisation: withdraw it.`, {
      field: 'requestId',
      value: requestId,
    });
  }
  if (!request.systemId || !(await standsTo(verb, request.systemId))) {
    throw new Refusal('NOT_FOUND', `There is no such request ${requestId}, or it is not yours to see.`, { requestId });
  }
  await takeStep(verb, request, { step: 'CANCELLED', reason });
  return { requestId, state: request.state };
}
