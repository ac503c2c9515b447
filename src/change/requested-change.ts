import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { RequestRow } from '../request/request.entity.js';
import { type Change, changeOf, isChange, type RoleMove } from './change.js';
import type { RequestedChange, RequestedRole } from './change.type.js';
import { movesCertificates } from './needs-verification.js';
import { srecSystemsOf } from './srec-system.js';

/**
 * What a request asks to be changed, as it is shown; null for a request of another kind, and where what it said was emptied because a
 * person is to be forgotten. Systems are looked at in one batch.
 */
export async function requestedChange(context: Context, request: RequestRow): Promise<RequestedChange | null> {
  if (!isChange(request)) return null;
  const change: Partial<Change> = changeOf(request);
  if (!isWhole(change)) return null;
  return {
    ptsId: change.ptsId,
    askedAs: change.askedAs,
    roles: change.moves.map(move => requestedRole(move, maySeeAddress(context, request))),
    gisAsset: change.asset,
    needsVerification: await isToBeVerified(context, request.systemId ?? null, change),
  };
}

async function isToBeVerified(context: Context, systemId: string | null, change: Change): Promise<boolean> {
  if (systemId === null || !movesCertificates(change)) return false;
  const found = await loadOne(
    context,
    'SREC systems',
    systemId,
    async ids => [...(await srecSystemsOf(context.em, ids))],
    id => id,
  );
  return found !== null;
}

function isWhole(change: Partial<Change>): change is Change {
  return change.moves !== undefined;
}

/** An e-mail address of a party is for whoever gave it, staff and the regulator; those whom the change concerns see its name. */
function maySeeAddress({ actor }: Context, request: RequestRow): boolean {
  if (!actor) return false;
  return actor.organisationId === request.organisationId || seesEverything(actor);
}

function requestedRole({ role, fromOn, to }: RoleMove, withAddress: boolean): RequestedRole {
  const nobody = { organisationId: null, name: null, email: null, organisationKind: null };
  return { ...nobody, ...to, ...(withAddress ? {} : { email: null }), role, fromOn };
}
