import { OrganisationEntity } from '../account/organisation.entity.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { openRequest } from '../request/open-request.js';
import { lockSystem } from '../system/find-system.js';
import type { SystemRow } from '../system/system.entity.js';
import type { AskInput } from './change.input.js';
import type { Change, ChangeKind } from './change.js';
import { checkRules, checkSuccession, type KnownMove } from './check-change.js';
import { refuseMember } from './refuse-member.js';
import { requireRights } from './require-rights.js';
import { inForceOf } from './roles-in-force.js';

/** A change as one of the four verbs understood it. */
export interface AskedChange {
  readonly kind: ChangeKind;
  readonly system: SystemRow;
  readonly change: Change;
  readonly input: AskInput;
  /** It takes a signed contract. */
  readonly byContract: boolean;
}

/**
 * Drafts or submits a change request. A draft is checked for what is written in it; what it takes to be approved is checked when it
 * is submitted, and again when it is approved. Nothing changes before that.
 *
 * NOT_FOUND a party or a document; EVIDENCE_REQUIRED without a signed contract; CONFLICT a system that is in the asset already; the
 * refusals of `requireRights`, `checkRules`, `checkSuccession` and `openRequest`.
 */
export async function askChange(verb: Verb, { kind, system, change, input, byContract }: AskedChange) {
  const { em } = verb;
  const moves: KnownMove[] = change.moves.map(({ role, to, fromOn }) => ({
    role,
    organisationId: 'organisationId' in to ? to.organisationId : null,
    fromOn,
  }));
  for (const { role, organisationId } of moves) {
    if (role === 'SYSTEM_REPRESENTATIVE' || organisationId === null) continue; // of a reporter more is checked, in one answer
    if (await em.findOne(OrganisationEntity, organisationId)) continue;
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId });
  }
  let content = change;
  if (input.submit) {
    await lockSystem(em, system.id);
    await requireRights(verb, system, change);
    if (byContract) requireContract(input);
    await checkRules(em, system, change, moves);
    // Who asks for a change of the account holder need not see the system, so nothing of its roles is told.
    if (kind !== 'GIS_HOLDER_CHANGE') await checkSuccession(em, system, moves);
    if (change.asset) await refuseMember(em, system, change.asset);
    const atSubmission = await inForceOf(em, system.id, change, verb.context.actor.on);
    content = { ...change, inForce: { atSubmission, atVerification: null } };
  }
  const request = await openRequest(verb, {
    kind,
    systemId: system.id,
    content: { ...content },
    documents: input.evidence,
    reason: input.reason,
    submit: input.submit,
    draftId: input.draftId ?? null,
  });
  return { requestId: request.id, state: request.state };
}

function requireContract({ evidence }: AskInput): void {
  if (evidence.some(each => each.purpose === 'SIGNED_CONTRACT')) return;
  throw new Refusal('EVIDENCE_REQUIRED', 'This takes a signed contract.', { purpose: 'SIGNED_CONTRACT' });
}
