import type { AccountKind } from '../../../src/domain/account-kind.js';
import type { Api, Payload } from '../support/api.js';
import type { Json } from '../support/ask.js';
import { fileDocument } from '../support/filed-document.js';
import { makeParty, type Party, setClock } from '../support/world.js';

/** Those who take part in a qualification, and one who has nothing to do with it. */
export interface Parties {
  readonly owner: Party;
  readonly recOwner: Party;
  readonly representative: Party;
  readonly stranger: Party;
  readonly staff: Party;
  readonly regulator: Party;
}

export async function makeParties(api: Api): Promise<Parties> {
  const party = (name: string, ...kinds: AccountKind[]) => makeParty(api, name, kinds);
  return {
    owner: await party('Owner', 'SYSTEM_OWNER'),
    recOwner: await party('REC owner', 'REC_OWNER'),
    representative: await party('Representative', 'SYSTEM_REPRESENTATIVE'),
    stranger: await party('Stranger', 'SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'),
    staff: await party('MassCEC', 'STAFF'),
    regulator: await party('DOER', 'REGULATOR'),
  };
}

let made = 0;

/** Registers a system that is owned, and represented, since 2010. */
export async function makeOwnedSystem(api: Api, { owner, recOwner, representative }: Parties, system: object = {}) {
  made += 1;
  const { ptsId } = await api.does('registerSystem', {
    name: `System ${made}`,
    technology: 'SOLAR_PV',
    capacityKw: '500',
    town: 'Salem',
    commercialOperationOn: '2016-02-01',
    ...system,
  });
  const roles = { SYSTEM_OWNER: owner, REC_OWNER: recOwner, SYSTEM_REPRESENTATIVE: representative };
  for (const role of ['REC_OWNER', 'SYSTEM_OWNER', 'SYSTEM_REPRESENTATIVE'] as const) {
    const { organisationId } = roles[role];
    await api.does('appoint', { ptsId, role, organisationId, fromOn: '2010-01-01', evidence: 'deed', reason: 'test' });
  }
  return String(ptsId);
}

/** A roof of 500 kW that keeps every rule of SREC II. */
export const goodUnit = {
  unitType: 'BUILDING_MOUNTED',
  usesGenerationOnSite: true,
  interconnectedOn: '2016-01-20',
  mechanicallyCompleteOn: '2016-01-10',
};

/** What an owner sends to apply; a document of its own stands behind it. */
export function application(ptsId: string, documentId: string | null, changed: object = {}) {
  return {
    ptsId,
    program: 'SREC_II',
    unit: goodUnit,
    evidence: documentId ? [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }] : [],
    reason: 'we want certificates',
    ...changed,
  };
}

/** The code and facts of the one error that a mutation must answer with. */
export async function refusal(
  api: Api,
  token: string | null,
  name: string,
  input: object,
): Promise<{ code: string; facts: { [fact: string]: Json } | undefined }> {
  const { errors, text } = await api.mutate(token, name, input);
  const [error] = errors;
  if (errors.length !== 1 || !error) throw new Error(`${name} was not refused: ${text}`);
  return { code: error.extensions.code, facts: error.extensions.facts };
}

/** Applies, as the owner, for what must be accepted. */
export async function apply(api: Api, parties: Parties, ptsId: string, changed: object = {}): Promise<Payload> {
  const documentId = await fileDocument(api, parties.owner);
  return api.does('applyForQualification', application(ptsId, documentId, changed), parties.owner.token);
}

/** All that is known of the statements of a system. */
export const statements = `query ($ptsId: ID!) { system(ptsId: $ptsId) {
  qualification { program sqNumber effectiveOn lastEligibleQuarter marketSector srecFactor factorSource factorConfidence decidedOn
    continuesId request { id kind state qualification { program unit { unitType interconnectedOn } filedOn answer { eligible } review { effectiveSource } } } }
  qualifications { id program sqNumber effectiveOn lastEligibleQuarter srecFactor continuesId reason } } }`;

/** What staff confirms of the good unit, as it is proposed. */
export const review = (requestId: unknown, changed: object = {}) => ({
  requestId,
  marketSector: 'B',
  srecFactor: '0.9',
  effectiveOn: '2016-02-01',
  reason: 'as proposed',
  ...changed,
});
/** The approval of an application. */
export const approval = (requestId: unknown, changed: object = {}) => ({
  requestId,
  approve: true,
  sqNumber: 'PV-7001-16',
  reason: 'qualifies',
  ...changed,
});

export { fileDocument, setClock };
