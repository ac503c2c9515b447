import type { RequestKind } from '../domain/request-steps.js';
import type { Verb } from '../platform/perform.js';
import type { DenyRequestInput } from './request.input.js';
import { lockRequest, takeStep } from './take-step.js';

/** The applications that are denied with a reason and nothing else: nothing follows from it. */
export const deniableKinds = ['REGISTRATION', 'METER_MODEL', 'DAS_PROVIDER'] as const satisfies readonly RequestKind[];

/** Denies a submitted application of one of the kinds. NOT_FOUND one of another kind; REQUEST_NOT_OPEN once it is decided. */
export async function denyRequest(verb: Verb, { requestId, reason }: DenyRequestInput, kinds: readonly RequestKind[]) {
  const request = await lockRequest(verb, requestId, kinds);
  await takeStep(verb, request, { step: 'DENIED', reason });
  return { requestId, state: request.state };
}
