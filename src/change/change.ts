import type { WantedParty } from '../account/find-or-open-party.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { RequestKind } from '../domain/request-steps.js';
import type { SystemRoleName } from '../ownership/system-role.entity.js';
import type { RequestRow } from '../request/request.entity.js';

/** Kinds of request that change whose something is. */
export const changeKinds = [
  'REPORTER_CHANGE',
  'REC_TRANSFER',
  'GIS_HOLDER_CHANGE',
  'HOUSE_SALE',
] as const satisfies readonly RequestKind[];
export type ChangeKind = (typeof changeKinds)[number];

/** As what somebody asks for a change: what its organisation is to the system, or staff on behalf of such. */
export const askers = ['SYSTEM_OWNER', 'REC_OWNER', 'GIS_ACCOUNT_HOLDER', 'STAFF'] as const;
export type Asker = (typeof askers)[number];

/** A role that is to go to somebody, from a day on. */
export interface RoleMove {
  readonly role: SystemRoleName;
  readonly to: WantedParty;
  readonly fromOn: LocalDate;
}

/**
 * What a change request asks for, one shape for the four kinds: the roles that move and, for a change of the account holder, the
 * asset that the system joins. It is the `content` of the request.
 */
export interface Change {
  readonly ptsId: string;
  readonly askedAs: Asker;
  readonly moves: readonly RoleMove[];
  readonly asset: { readonly gisId: string; readonly fromMonth: Month } | null;
  /** What was in force of all that moves when it was submitted, and when it was verified; absent in a draft. */
  readonly inForce?: { readonly atSubmission: InForce; readonly atVerification: InForce | null };
}

/** The id of the row in force of each role that moves, and of the membership in an asset (`GIS_ASSET`); null: there is none. */
export type InForce = Readonly<Record<string, string | null>>;

/** Whether a request is one for a change. */
export function isChange(request: { readonly kind: RequestKind }): boolean {
  return changeKinds.some(kind => kind === request.kind);
}

/** What a change request asks for: only the verbs of this slice write the content of its kinds. */
export function changeOf(request: RequestRow): Change {
  return request.content as Change;
}

/** The day from which the certificate rights go to somebody else; null: they do not move. */
export function recRightsMoveOn(change: Change): LocalDate | null {
  return change.moves.find(move => move.role === 'REC_OWNER')?.fromOn ?? null;
}
