import { joinGisAsset } from '../gis/join-gis-asset.js';
import { appoint } from '../ownership/appoint.js';
import { SystemRoleEntity } from '../ownership/system-role.entity.js';
import type { Verb } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import type { SystemRow } from '../system/system.entity.js';
import type { Change } from './change.js';
import { checkSuccession, type KnownMove } from './check-change.js';
import { refuseMember } from './refuse-member.js';

/** An approved change, its parties known. */
export interface Approved {
  readonly request: RequestRow;
  readonly system: SystemRow;
  readonly change: Change;
  readonly moves: readonly KnownMove[];
  readonly reason: string;
}

/**
 * Carries out a change by the verbs that staff has for its parts; the system is locked. Rights that stay with who holds them need no
 * appointment where who asked could not know (a change of the account holder). CONFLICT otherwise, and for an asset that the system
 * is in already.
 */
export async function carryOut(verb: Verb, { request, system, change, moves, reason }: Approved): Promise<void> {
  const { ptsId } = system;
  const { asset } = change;
  const due = asset ? await withoutStaying(verb, system, moves) : moves;
  await checkSuccession(verb.em, system, due);
  const evidence = `change request ${request.id}`;
  for (const { role, organisationId, fromOn } of due) {
    if (organisationId === null) throw new Error(`a party of request ${request.id} is not known`);
    await appoint(verb, { ptsId, role, organisationId, fromOn, evidence, reason });
  }
  if (!asset) return;
  await refuseMember(verb.em, system, asset);
  await joinGisAsset(verb, { ptsId, gisId: asset.gisId, fromMonth: asset.fromMonth, reason: `${evidence}: ${reason}` });
}

async function withoutStaying({ em }: Verb, system: SystemRow, moves: readonly KnownMove[]): Promise<KnownMove[]> {
  const roles = await em.find(SystemRoleEntity, { systemId: system.id });
  return moves.filter(
    move =>
      !roles.some(
        held =>
          held.role === move.role &&
          held.organisationId === move.organisationId &&
          held.fromOn <= move.fromOn &&
          !held.untilOn,
      ),
  );
}
