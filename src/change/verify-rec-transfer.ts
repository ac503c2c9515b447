import { Refusal } from '../domain/error.js';
import { stateAfter } from '../domain/request-steps.js';
import type { Verb } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import { lockSystem } from '../system/find-system.js';
import type { VerifyRecTransferInput } from './change.input.js';
import { changeKinds, changeOf } from './change.js';
import { needsVerification } from './needs-verification.js';
import { inForceOf, refuseChangedFacts } from './roles-in-force.js';

/**
 * The regulator verifies a change that moves the certificate rights of an SREC system, or its asset (program/001: DOER provides verified REC Owner
 * information). NOT_FOUND; REQUEST_NOT_OPEN; CONFLICT when it is verified, or another
 * holds what moves than when it was submitted; BAD_USER_INPUT when nothing is to be verified.
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
      throw new Refusal(
        'BAD_USER_INPUT',
        'It moves neither the certificate rights of an SREC system nor the account that they are issued into.',
        {
          field: 'requestId',
          kind: request.kind,
        },
      );
    }
    await keepFacts(verb, request);
  }
  await takeStep(verb, request, { step: 'VERIFIED', reason });
  return { requestId, state: request.state };
}

/** What was verified is kept with the request: an approval that comes when it is no longer so is refused. */
async function keepFacts({ em, context }: Verb, request: RequestRow): Promise<void> {
  const change = changeOf(request);
  if (!request.systemId || !change.inForce) return;
  await lockSystem(em, request.systemId);
  const now = await inForceOf(em, request.systemId, change, context.actor.on);
  refuseChangedFacts(request.id, change, now);
  request.content = { ...change, inForce: { ...change.inForce, atVerification: now } };
}
