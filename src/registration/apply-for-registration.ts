import { hashSecret } from '../account/credential-secret.js';
import { requireEmail } from '../account/email.js';
import { textAtMost, textOfLength } from '../boundary/text-length.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { openRequest } from '../request/open-request.js';
import { checkSystem } from '../system/register-system.js';
import type { RegisterSystemInput } from '../system/system.input.js';
import type { ApplyForRegistrationInput } from './registration.input.js';
import type { RegistrationContent } from './registration-content.js';

/** The longest texts in characters: anybody may write them. */
const longestName = 200;
const longestTown = 100;
/** The most documents that one application names. */
const mostDocuments = 20;

/**
 * Applies for an account, and for a system that it is to own; nothing comes to be before staff approves. The actor may be the
 * public. What is personal stays in the content of the request, out of its history.
 *
 * In: the application, and the secret of its receipt, of which a hash is kept. BAD_USER_INPUT text that is empty or too long, an
 * address that is none, a system that cannot be registered, without the day from which it is owned, or without the kind of account
 * that sees it; NOT_FOUND a document that the actor's organisation did not file.
 */
export async function applyForRegistration(verb: Verb, input: ApplyForRegistrationInput, receipt: string) {
  const { applicant, accountKinds, system, evidence } = input;
  textOfLength(longestName, 'applicant.name', applicant.name);
  requireEmail('applicant.email', applicant.email);
  if (applicant.organisationName) textOfLength(longestName, 'applicant.organisationName', applicant.organisationName);
  if (accountKinds.length === 0) {
    throw new Refusal('BAD_USER_INPUT', 'An account has at least one kind.', { field: 'accountKinds' });
  }
  if (evidence.length > mostDocuments) {
    throw new Refusal('BAD_USER_INPUT', `An application names at most ${mostDocuments} documents.`, {
      field: 'evidence',
      maximum: mostDocuments,
    });
  }
  if (system) checkOwned(input, system);
  const request = await openRequest(verb, {
    kind: 'REGISTRATION',
    systemId: null,
    content: contentOf(input),
    documents: evidence,
    reason: 'Application for registration',
    submit: true,
    receiptHash: hashSecret(receipt),
  });
  return { requestId: request.id, state: request.state };
}

function checkOwned({ accountKinds, ownedFromOn }: ApplyForRegistrationInput, system: RegisterSystemInput): void {
  if (!ownedFromOn) {
    throw new Refusal('BAD_USER_INPUT', 'A system is owned from a day on.', { field: 'ownedFromOn' });
  }
  if (!accountKinds.includes('SYSTEM_OWNER')) {
    throw new Refusal('BAD_USER_INPUT', 'Whoever owns a system has an account of kind SYSTEM_OWNER.', {
      field: 'accountKinds',
      expected: 'SYSTEM_OWNER',
    });
  }
  textOfLength(longestName, 'system.name', system.name);
  textOfLength(longestTown, 'system.town', system.town);
  if (!/^[A-Z]{2}$/.test(system.state)) {
    throw new Refusal('BAD_USER_INPUT', 'A state has two capital letters.', { field: 'system.state' });
  }
  textAtMost(longestName, 'system.facilityType', system.facilityType);
  textAtMost(longestName, 'system.streetAddress', system.streetAddress);
  textAtMost(longestName, 'system.utility', system.utility);
  textAtMost(longestName, 'system.installer', system.installer);
  checkSystem(system);
}

/** What was applied for -> what is kept of it. */
function contentOf(input: ApplyForRegistrationInput): RegistrationContent {
  const { applicant, accountKinds, system, ownedFromOn } = input;
  return {
    applicantName: applicant.name,
    email: applicant.email,
    organisationKind: applicant.organisationKind,
    organisationName: applicant.organisationName ?? null,
    accountKinds: [...new Set(accountKinds)],
    system: system
      ? {
          name: system.name,
          technology: system.technology,
          capacityKw: decimalText(system.capacityKw),
          facilityType: system.facilityType ?? null,
          streetAddress: system.streetAddress ?? null,
          town: system.town,
          state: system.state,
          zip: system.zip ?? null,
          utility: system.utility ?? null,
          installer: system.installer ?? null,
          commercialOperationOn: system.commercialOperationOn ?? null,
          massachusettsFunded: system.massachusettsFunded,
          estimatedAnnualKwh: system.estimatedAnnualKwh ? decimalText(system.estimatedAnnualKwh) : null,
        }
      : null,
    ownedFromOn: ownedFromOn ?? null,
  };
}
