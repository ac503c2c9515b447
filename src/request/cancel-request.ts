import { cancellationBy, requestKinds } from '../domain/request-steps.js';
import type { Verb } from '../platform/perform.js';
import type { CancelRequestInput } from './request.input.js';
import { lockRequest, takeStep } from './take-step.js';

/** Cancels a submitted request: by staff, or by the regulator, whose cancellation is a state of its own. REQUEST_NOT_OPEN otherwise. */
export async function cancelRequest(verb: Verb, { requestId, reason }: CancelRequestInput) {
  const request = await lockRequest(verb, requestId, requestKinds);
  await takeStep(verb, request, { step: cancellationBy(verb.context.actor.kinds), reason });
  return { requestId, state: request.state };
}
