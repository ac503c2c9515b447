import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import type { RequestRow } from '../request/request.entity.js';
import { type Change, changeOf, isChange, type RoleMove, recRightsMoveOn } from './change.js';
import type { RequestedChange, RequestedRole } from './change.type.js';
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
    roles: change.moves.map(requestedRole),
    gisAsset: change.asset,
    needsVerification: await isToBeVerified(context, request.systemId ?? null, change),
  };
}

async function isToBeVerified(context: Context, systemId: string | null, change: Change): Promise<boolean> {
  if (systemId === null || recRightsMoveOn(change) === null) return false;
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

function requestedRole({ role, fromOn, to }: RoleMove): RequestedRole {
  const nobody = { organisationId: null, name: null, email: null, organisationKind: null };
  return { ...nobody, ...to, role, fromOn };
}
