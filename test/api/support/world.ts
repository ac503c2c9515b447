import type { AccountKind } from '../../../src/domain/account-kind.js';
import type { Api } from './api.js';
import { dataOf } from './ask.js';

/** An organisation with one account of some kinds and its credential. */
export interface Party {
  readonly organisationId: string;
  readonly accountId: string;
  readonly token: string;
}

/** A qualified system with a meter and an asset of its own. */
export interface MadeSystem {
  readonly ptsId: string;
  readonly gisId: string;
  readonly gisAccountId: string;
}

/** Organisations by which the roles of a system are held. */
export interface Holders {
  readonly owner: Party;
  readonly recOwner: Party;
  readonly representative: Party;
}

/** How much was made: names and numbers of what is made next go on from there. */
let made = 0;

export const countMade = (): number => made;

/** In a database that was filled elsewhere, where so much was made. */
export function goOnFrom(count: number): void {
  made = count;
}

/** Records that an organisation accepted the SREC terms and conditions: before that nothing is issued into its GIS accounts. */
export async function acceptTerms(api: Api, { organisationId }: Pick<Party, 'organisationId'>): Promise<void> {
  const { programDocuments } = dataOf(
    await api.ask<{ programDocuments: { slug: string; versions: { id: string }[] }[] }>(
      api.staff,
      '{ programDocuments { slug versions { id } } }',
    ),
  );
  const versionId = programDocuments.find(each => each.slug === 'srec-terms-and-conditions')?.versions[0]?.id;
  await api.does('acceptTerms', { versionId, organisationId, evidence: 'signed form' });
}

/** Reports a quarter to the GIS and issues it, on its mint date or later. */
export async function reportAndIssue(api: Api, quarter: string, at: string): Promise<void> {
  await setClock(api, at);
  await api.does('reportQuarter', { quarter, reason: 'test' });
  await api.does('issueQuarter', { quarter, reason: 'test' });
}

/** Sets the clock of the sandbox. */
export async function setClock(api: Api, at: string): Promise<void> {
  await api.does('setClock', { at });
}

/** Enters an organisation and opens an account of the given kinds with a credential. */
export async function makeParty(api: Api, name: string, kinds: readonly AccountKind[]): Promise<Party> {
  const { organisationId } = await api.does('createOrganisation', { kind: 'COMPANY', name, synthetic: true });
  return makeAccount(api, String(organisationId), name, kinds);
}

/** Opens a further account of an organisation. */
export async function makeAccount(
  api: Api,
  organisationId: string,
  name: string,
  kinds: readonly AccountKind[],
): Promise<Party> {
  const { accountId } = await api.does('createAccount', { organisationId, name, kinds });
  const { secret } = await api.does('createApiCredential', { accountId, label: name });
  return { organisationId, accountId: String(accountId), token: String(secret) };
}

/** Registers a PV system and sets up its meter, installed at the beginning of 2024 with 0 kWh. */
export async function makeSystem(api: Api, capacityKw = '5'): Promise<string> {
  made += 1;
  const { ptsId } = await api.does('registerSystem', {
    name: `System ${made}`,
    technology: 'SOLAR_PV',
    capacityKw,
    town: 'Boston',
    streetAddress: `${made} Main Street`,
    zip: '02110',
    commercialOperationOn: '2016-01-01',
  });
  await api.does('setUpMeter', { ptsId, accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-01-01' });
  return String(ptsId);
}

/** Appoints the holders of the three roles from December 2023 on. */
export async function appointHolders(api: Api, ptsId: string, holders: Partial<Holders>): Promise<void> {
  const appointment = { ptsId, fromOn: '2023-12-01', evidence: 'contract', reason: 'test' };
  const roles = [
    ['REC_OWNER', holders.recOwner],
    ['SYSTEM_OWNER', holders.owner],
    ['SYSTEM_REPRESENTATIVE', holders.representative],
  ] as const;
  for (const [role, holder] of roles) {
    if (holder) await api.does('appoint', { ...appointment, role, organisationId: holder.organisationId });
  }
}

/** Makes a GIS account of an organisation and an asset in it. */
export async function makeAsset(
  api: Api,
  holder: Party,
): Promise<{ readonly gisId: string; readonly gisAccountId: string }> {
  made += 1;
  const { gisAccountId } = await api.does('createGisAccount', {
    organisationId: holder.organisationId,
    name: `Account ${made}`,
  });
  const gisId = `NON${10_000 + made}`;
  await api.does('createGisAsset', { gisId, gisAccountId, fromMonth: '2024-01', reason: 'test' });
  return { gisId, gisAccountId: String(gisAccountId) };
}

/** A system with meter, holders, asset (from a month on) and an SREC I statement of qualification that ends with 2025. */
export async function makeQualifiedSystem(
  api: Api,
  holders: Holders,
  capacityKw?: string,
  fromMonth = '2024-01',
): Promise<MadeSystem> {
  const ptsId = await makeSystem(api, capacityKw);
  await appointHolders(api, ptsId, holders);
  const asset = await makeAsset(api, holders.recOwner);
  await api.does('joinGisAsset', { ptsId, gisId: asset.gisId, fromMonth, reason: 'test' });
  made += 1;
  await api.does('grantQualification', {
    ptsId,
    sqNumber: `PV-${made}-16`,
    program: 'SREC_I',
    effectiveOn: '2016-01-01',
    reason: 'test',
  });
  return { ptsId, ...asset };
}

/** Reports one reading, which must be accepted. */
export function report(
  api: Api,
  representative: Party,
  ptsId: string,
  readAt: string,
  valueKwh: string,
): Promise<void> {
  return submit(api, representative, [{ ptsId, readAt, valueKwh }]);
}

/** Reports readings, which must all be accepted. */
export async function submit(api: Api, representative: Party, readings: readonly object[]): Promise<void> {
  const payload = await api.does('submitReadings', { readings }, representative.token);
  if (payload.accepted !== readings.length) throw new Error(`not accepted: ${JSON.stringify(payload.outcomes)}`);
}
