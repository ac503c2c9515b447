import type { AccountKind } from './account-kind.js';

/** What may be asked for. Applications bring something in, change requests change whose something is. */
export const requestKinds = [
  'REGISTRATION',
  'QUALIFICATION',
  'METER_MODEL',
  'DAS_PROVIDER',
  'REPORTER_CHANGE',
  'REC_TRANSFER',
  'GIS_HOLDER_CHANGE',
  'HOUSE_SALE',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Where a request stands. From APPROVED on they are final. Source: domain 5.2. */
export const requestStates = [
  'DRAFT',
  'SUBMITTED',
  'APPROVED',
  'DENIED',
  'WITHDRAWN',
  'CANCELLED',
  'CANCELLED_BY_DOER',
] as const;
export type RequestState = (typeof requestStates)[number];

/** What is done to a request, for the record. REVIEWED and VERIFIED leave it SUBMITTED. */
export const requestSteps = [
  'DRAFTED',
  'SUBMITTED',
  'REVIEWED',
  'VERIFIED',
  'APPROVED',
  'DENIED',
  'WITHDRAWN',
  'CANCELLED',
  'CANCELLED_BY_DOER',
] as const;
export type RequestStep = (typeof requestSteps)[number];

/** A step: the states in which it may be taken, and the state it leads to. */
const steps: Readonly<Record<RequestStep, { readonly from: readonly RequestState[]; readonly to: RequestState }>> = {
  DRAFTED: { from: ['DRAFT'], to: 'DRAFT' },
  SUBMITTED: { from: ['DRAFT'], to: 'SUBMITTED' },
  REVIEWED: { from: ['SUBMITTED'], to: 'SUBMITTED' },
  VERIFIED: { from: ['SUBMITTED'], to: 'SUBMITTED' },
  APPROVED: { from: ['SUBMITTED'], to: 'APPROVED' },
  DENIED: { from: ['SUBMITTED'], to: 'DENIED' },
  WITHDRAWN: { from: ['DRAFT', 'SUBMITTED'], to: 'WITHDRAWN' },
  CANCELLED: { from: ['SUBMITTED'], to: 'CANCELLED' },
  CANCELLED_BY_DOER: { from: ['SUBMITTED'], to: 'CANCELLED_BY_DOER' },
};

/** The state that a step leads to from a state, or null when it may not be taken there. */
export function stateAfter(state: RequestState, step: RequestStep): RequestState | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

/** By which step somebody who may cancel cancels: the regulator's cancellation is a state of its own. */
export function cancellationBy(kinds: ReadonlySet<AccountKind>): 'CANCELLED' | 'CANCELLED_BY_DOER' {
  return kinds.has('REGULATOR') ? 'CANCELLED_BY_DOER' : 'CANCELLED';
}
