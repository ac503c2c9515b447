import { hashSecret } from '../account/credential-secret.js';
import { requireEmail } from '../account/email.js';
import { longestName, plainText, textAtMost, textOfLength } from '../boundary/text-length.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import { openRequest } from '../request/open-request.js';
import { checkSystem } from '../system/register-system.js';
import type { RegisterSystemInput } from '../system/system.input.js';
import type { ApplyForRegistrationInput } from './registration.input.js';
import type { RegistrationContent } from './registration-content.js';

/** The longest name of a town in characters: anybody may write it. */
const longestTown = 100;

/**
 * Applies for an account, and for a system that it is to own; nothing comes to be before staff approves. The actor may be the
 * public. What is personal stays in the content of the request, out of its history.
 *
 * In: the application, and the secret of its receipt, of which a hash is kept. BAD_USER_INPUT text that is empty or too long, an
 * address that is none, control characters in a name, a system that cannot be registered, without the day from which it is owned, or
 * without the kind of account that sees it; NOT_FOUND a document that the actor's organisation did not file; REQUEST_IN_PROGRESS
 * while an application with this address waits, which says nothing of accounts.
 */
export async function applyForRegistration(verb: Verb, input: ApplyForRegistrationInput, receipt: string) {
  const { applicant, accountKinds, system, evidence } = input;
  textOfLength(longestName, 'applicant.name', applicant.name);
  requireEmail('applicant.email', applicant.email);
  if (applicant.organisationName) textOfLength(longestName, 'applicant.organisationName', applicant.organisationName);
  if (accountKinds.length === 0) {
    throw new Refusal('BAD_USER_INPUT', 'An account has at least one kind.', { field: 'accountKinds' });
  }
  if (system) checkOwned(input, system);
  checkPlain(input);
  await refuseWaiting(verb, applicant.email);
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

function checkPlain({ applicant, system }: ApplyForRegistrationInput): void {
  plainText('applicant.name', applicant.name);
  plainText('applicant.organisationName', applicant.organisationName);
  if (!system) return;
  for (const field of ['name', 'town', 'facilityType', 'streetAddress', 'utility', 'installer'] as const) {
    plainText(`system.${field}`, system[field]);
  }
}

/** One application waits for an address, whatever the case of its letters; two at once wait for each other. */
async function refuseWaiting({ em }: Verb, email: string): Promise<void> {
  await row(em, sql`select pg_advisory_xact_lock(hashtextextended(lower(${`application ${email}`}), 0))`);
  const waiting = await maybeRow(
    em,
    sql`select from request where kind = 'REGISTRATION' and state = 'SUBMITTED' and lower(content ->> 'email') = lower(${email})`,
  );
  if (!waiting) return;
  throw new Refusal('REQUEST_IN_PROGRESS', 'An application with this e-mail address waits for a decision.', {
    kind: 'REGISTRATION',
  });
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
