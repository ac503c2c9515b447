import { findOrOpenParty } from '../account/find-or-open-party.js';
import { Refusal } from '../domain/error.js';
import { appoint } from '../ownership/appoint.js';
import type { Verb } from '../platform/perform.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import { registerSystem } from '../system/register-system.js';
import type { ApproveRegistrationInput } from './registration.input.js';
import { type RegistrationContent, registrationOf, systemOf } from './registration-content.js';

/**
 * Approves an application for registration and carries it out: the account of the applicant's e-mail address (found, or opened with
 * its organisation), the system, and its owner, who is REC owner at first. A credential is made apart (`createApiCredential`).
 *
 * NOT_FOUND no such application; REQUEST_NOT_OPEN one that is decided, by whomever; CONFLICT the address of an account of staff.
 */
export async function approveRegistration(verb: Verb, { requestId, reason }: ApproveRegistrationInput) {
  const request = await lockRequest(verb, requestId, ['REGISTRATION']);
  const content = registrationOf(request);
  await takeStep(verb, request, { step: 'APPROVED', reason });
  if (!content) throw new Refusal('REQUEST_NOT_OPEN', 'What was applied for was forgotten.', { requestId });
  const party = await findOrOpenParty(
    verb,
    {
      name: content.applicantName,
      email: content.email,
      organisationKind: content.organisationKind,
      organisationName: content.organisationName,
    },
    content.accountKinds,
  );
  const ptsId = await registerOwned(verb, content, party.organisationId, { requestId, reason });
  return { requestId, state: request.state, accountId: party.accountId, ptsId };
}

async function registerOwned(
  verb: Verb,
  { system, ownedFromOn }: RegistrationContent,
  organisationId: string,
  { requestId, reason }: ApproveRegistrationInput,
): Promise<string | null> {
  if (!system || !ownedFromOn) return null;
  const { ptsId } = await registerSystem(verb, systemOf(system));
  await appoint(verb, {
    ptsId,
    role: 'SYSTEM_OWNER',
    organisationId,
    fromOn: ownedFromOn,
    evidence: `Application for registration ${requestId}`,
    reason,
  });
  return ptsId;
}
