import type { Verb } from '../platform/perform.js';
import type { WithdrawRequestInput } from './request.input.js';
import { lockOwnRequest, takeStep } from './take-step.js';

/** Takes a request of the actor's organisation back, a draft or submitted. NOT_FOUND another's; REQUEST_NOT_OPEN once it is decided. */
export async function withdrawRequest(verb: Verb, { requestId, reason }: WithdrawRequestInput) {
  const request = await lockOwnRequest(verb, requestId);
  await takeStep(verb, request, { step: 'WITHDRAWN', reason });
  return { requestId, state: request.state };
}
