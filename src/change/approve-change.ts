import { findOrOpenParty, type WantedParty } from '../account/find-or-open-party.js';
import { Refusal } from '../domain/error.js';
import type { SystemRoleName } from '../ownership/system-role.entity.js';
import { canonicalJson } from '../platform/canonical-json.js';
import type { Verb } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import { lockSystem } from '../system/find-system.js';
import { SystemEntity } from '../system/system.entity.js';
import { carryOut } from './carry-out.js';
import type { ApproveChangeInput } from './change.input.js';
import { type Change, changeKinds, changeOf } from './change.js';
import { holdsAsset, standingsOf } from './change-standing.js';
import { checkRules, type KnownMove } from './check-change.js';
import { needsVerification } from './needs-verification.js';
import { inForceOf, refuseChangedFacts } from './roles-in-force.js';

/**
 * Approves a change request and carries it out, in one transaction. Everything is checked again, since the world may have changed:
 * of two decisions on a request, and of two changes of a system, the second sees the first.
 *
 * NOT_FOUND; REQUEST_NOT_OPEN; VERIFICATION_REQUIRED; CONFLICT when who asked is no longer what it asked as, when
 * another holds what moves than when it was submitted or verified, or when a later appointment is on record; the refusals of `checkRules`, of `appoint` and of `joinGisAsset`.
 */
export async function approveChange(verb: Verb, { requestId, reason }: ApproveChangeInput) {
  const { em } = verb;
  const request = await lockRequest(verb, requestId, changeKinds);
  await takeStep(verb, request, { step: 'APPROVED', reason });
  const change = changeOf(request);
  if (!request.systemId) throw new Error(`change request ${requestId} names no system`);
  await lockSystem(em, request.systemId);
  const system = await em.findOneOrFail(SystemEntity, request.systemId);
  if (!request.verifiedAt && (await needsVerification(em, system.id, change))) {
    throw new Refusal('VERIFICATION_REQUIRED', `The regulator has not verified request ${requestId}.`, { requestId });
  }
  await requireStanding(verb, request, change, system.id);
  refuseChangedFacts(requestId, change, await inForceOf(em, system.id, change, verb.context.actor.on));
  const moves = await resolveParties(verb, change);
  await checkRules(em, system, change, moves);
  await carryOut(verb, { request, system, change, moves, reason });
  return { requestId, state: request.state };
}

/** Who asked must still be what it asked as: CONFLICT. For staff there is nothing to hold on to. */
async function requireStanding(verb: Verb, request: RequestRow, change: Change, systemId: string): Promise<void> {
  const { em, context } = verb;
  const { askedAs, asset } = change;
  if (askedAs === 'STAFF') return;
  const stands = asset
    ? await holdsAsset(em, request.organisationId, asset.gisId, asset.fromMonth)
    : (await standingsOf(em, request.organisationId, systemId, context.actor.on)).has(askedAs);
  if (stands) return;
  throw new Refusal('CONFLICT', `Who asked is no longer ${askedAs} of the system.`, {
    requestId: request.id,
    askedAs,
    organisationId: request.organisationId,
  });
}

/** The organisations that the moves lead to. One party is looked up, or opened, once, with an account for all that it is to be. */
async function resolveParties(verb: Verb, change: Change): Promise<KnownMove[]> {
  const kinds = new Map<string, { readonly party: WantedParty; readonly kinds: SystemRoleName[] }>();
  for (const { role, to } of change.moves) {
    const key = canonicalJson(to);
    const known = kinds.get(key) ?? { party: to, kinds: [] };
    known.kinds.push(role);
    kinds.set(key, known);
  }
  const organisations = new Map<string, string>();
  for (const [key, { party, kinds: wanted }] of kinds) {
    organisations.set(key, (await findOrOpenParty(verb, party, wanted)).organisationId);
  }
  return change.moves.map(({ role, to, fromOn }) => ({
    role,
    fromOn,
    organisationId: organisations.get(canonicalJson(to)) ?? null,
  }));
}
