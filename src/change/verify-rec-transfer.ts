import { Refusal } from '../domain/error.js';
import { stateAfter } from '../domain/request-steps.js';
import type { Verb } from '../platform/perform.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import type { VerifyRecTransferInput } from './change.input.js';
import { changeKinds, changeOf } from './change.js';
import { needsVerification } from './needs-verification.js';

/**
 * The regulator verifies a change that moves the certificate rights of an SREC system (program/001: DOER provides verified REC Owner
 * information). NOT_FOUND; REQUEST_NOT_OPEN; CONFLICT when it is verified; BAD_USER_INPUT when nothing is to be verified.
 */
export async function verifyRecTransfer(verb: Verb, { requestId, reason }: VerifyRecTransferInput) {
  const request = await lockRequest(verb, requestId, changeKinds);
  if (stateAfter(request.state, 'VERIFIED') !== null) {
    if (request.verifiedAt) {
      throw new Refusal('CONFLICT', `Request ${requestId} is verified already.`, {
        requestId,
        verifiedAt: request.verifiedAt.toISOString(),
      });
    }
    if (!(await needsVerification(verb.em, request.systemId, changeOf(request)))) {
      throw new Refusal('BAD_USER_INPUT', 'It does not move the certificate rights of an SREC system.', {
        field: 'requestId',
        kind: request.kind,
      });
    }
  }
  await takeStep(verb, request, { step: 'VERIFIED', reason });
  return { requestId, state: request.state };
}
