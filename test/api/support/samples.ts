import type { Api } from './api.js';
import { dataOf } from './ask.js';
import { type ChangeSamples, changeSamples, makeChangeSamples } from './change-samples.js';
import { type ConformanceSamples, conformanceSamples, makeConformanceSamples } from './conformance-samples.js';
import { type CorrectionSamples, correctionSamples, makeCorrectionSamples } from './correction-samples.js';
import { type DeliverySamples, deliverySamples, makeDeliverySamples } from './delivery-samples.js';
import { type FilingSamples, filingSamples, makeFilingSamples } from './filing-samples.js';
import { type MarketSamples, makeMarketSamples, marketSamples } from './market-samples.js';
import type { Neighbourhood } from './neighbourhood.js';
import { application, fileFor, fileOf, pdf } from './papers.js';
import { makeQualificationSamples, type QualificationSamples, qualificationSamples } from './qualification-samples.js';
import { type MadeSystem, makeParty, makeSystem, type Party } from './world.js';

/** What samples need beside the neighbourhood: things that each serve once. */
export interface SampleWorld
  extends Neighbourhood,
    ChangeSamples,
    QualificationSamples,
    CorrectionSamples,
    MarketSamples,
    FilingSamples,
    DeliverySamples,
    ConformanceSamples {
  /** Organisations that are no DAS provider. */
  readonly organisationIds: readonly string[];
  /** Approved DAS providers that report for nobody. */
  readonly providerIds: readonly string[];
  readonly credentialIds: readonly string[];
  /** Systems without a statement of qualification. */
  readonly unqualified: readonly string[];
  /** Serial numbers of certificates by asset, one certificate each. */
  readonly certificates: Readonly<Record<string, readonly string[]>>;
  /** A document of the owner of a system, and three of its requests, by asset. */
  readonly documents: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, readonly string[]>>;
  /** Applications of nobody in particular, each to be decided once. */
  readonly applications: readonly string[];
  /** Versions of the SREC terms and conditions that nobody accepted. */
  readonly termsVersionIds: readonly string[];
  /** A receipt of the representative of a system, by its PTS id. */
  readonly uploadIds: Readonly<Record<string, string>>;
  /** Exports of staff that no worker has begun. */
  readonly exportIds: readonly string[];
  /** Quarters to be reported and issued. */
  quarters: readonly string[];
  /** When the meter of a reading was read: inside the window that is open. */
  readAt: string;
}

/** The input of a mutation on a system and its asset; `n` 0, 1, 2 gives three of different content. */
export type Sample = (world: SampleWorld, target: MadeSystem, n: 0 | 1 | 2) => object;

const reason = 'sample';

/** One line for each mutation of the schema. A mutation without a line fails the tests. */
export const samples: Readonly<Record<string, Sample>> = {
  acceptTerms: (world, target, n) => ({
    versionId: world.termsVersionIds[n],
    organisationId: recOwnerOf(world, target).organisationId,
    evidence: 'signed form',
  }),
  applyForRegistration: (_, __, n) => application(`applicant-${n}@example.org`),
  appoint: ({ several }, { ptsId }, n) => ({
    ptsId,
    role: 'SYSTEM_OWNER',
    organisationId: several.organisationId,
    fromOn: `2025-01-0${n + 1}`,
    evidence: 'contract',
    reason,
  }),
  approveDasProvider: ({ organisationIds }, _, n) => ({
    organisationId: organisationIds[n],
    approvedOn: '2024-01-01',
    reason,
  }),
  approveRegistration: ({ applications }, _, n) => ({ requestId: applications[n], reason }),
  assignGisAsset: ({ ash }, { gisId }, n) => ({
    gisId,
    gisAccountId: ash.gisAccountId,
    fromMonth: `2025-0${n + 1}`,
    reason,
  }),
  cancelRequest: ({ applications }, _, n) => ({ requestId: applications[3 + n], reason }),
  createAccount: ({ organisationIds }, _, n) => ({
    organisationId: organisationIds[0],
    name: 'Somebody',
    email: `somebody-${n}@example.org`,
    kinds: ['SYSTEM_OWNER'],
  }),
  createApiCredential: ({ owner }, _, n) => ({ accountId: owner.accountId, label: `credential ${n}` }),
  createGisAccount: ({ organisationIds }, _, n) => ({ organisationId: organisationIds[0], name: `Account ${n}` }),
  createGisAsset: (_, { gisAccountId }, n) => ({ gisId: `MSS90${n}`, gisAccountId, fromMonth: '2024-01', reason }),
  createOrganisation: (_, __, n) => ({ kind: 'PERSON', name: `Somebody ${n}`, synthetic: true }),
  denyRequest: ({ applications }, _, n) => ({ requestId: applications[6 + n], reason }),
  fileDocument: (_, __, n) => fileOf(pdf(`sample ${n}`)),
  grantQualification: ({ unqualified }, _, n) => ({
    ptsId: unqualified[n],
    sqNumber: `PV-9${n}-16`,
    program: 'SREC_II',
    effectiveOn: '2016-05-01',
    marketSector: 'B',
    srecFactor: '0.9',
    factorSource: 'decision',
    reason,
  }),
  issueQuarter: ({ quarters }, _, n) => ({ quarter: quarters[n], reason }),
  joinGisAsset: ({ ash }, { ptsId }, n) => ({ ptsId, gisId: ash.gisId, fromMonth: `2025-0${n + 1}`, reason }),
  publishProgramDocument: (_, __, n) => ({
    slug: 'pts-reporting-guide',
    version: `2.${n}`,
    publishedOn: '2024-01-01',
    source: 'MassCEC',
  }),
  registerSystem: (_, __, n) => ({ name: `Barn ${n}`, technology: 'WIND', capacityKw: '60.5', town: 'Salem' }),
  replaceMeter: (_, { ptsId }, n) => ({
    ptsId,
    label: 'replaced',
    replacedAt: `2024-04-2${n}T12:00:00Z`,
    oldFinalKwh: '0.250',
    newInitialKwh: '0',
    reason,
  }),
  retireCertificates: ({ certificates }, { gisId }, n) => ({
    ranges: [certificates[gisId]?.[[0, 2, 1][n] ?? 0] ?? ''], // the last one is the second of its batch: it splits as the first
    reason,
  }),
  reportQuarter: ({ quarters }, _, n) => ({ quarter: quarters[n], reason }),
  revokeApiCredential: ({ credentialIds }, _, n) => ({ credentialId: credentialIds[n] }),
  rotateApiCredential: (_, __, n) => ({ label: `credential ${n}` }),
  revokeDasProvider: ({ providerIds }, _, n) => ({ organisationId: providerIds[n], revokedOn: '2024-04-01', reason }),
  startExport: (_, __, n) => ({ content: (['SYSTEMS', 'READINGS', 'PRODUCTION'] as const)[n], format: 'CSV' }),
  cancelExport: ({ exportIds }, _, n) => ({ exportId: exportIds[n] }),
  setClock: (_, __, n) => ({ moveByHours: n + 1 }),
  setUpMeter: (_, { ptsId }, n) => ({
    ptsId,
    label: `meter ${n}`,
    accuracyPercent: '0.5',
    initialValueKwh: '12.5',
    installedOn: '2024-04-01',
  }),
  submitReadings: ({ readAt }, { ptsId }, n) => ({
    readings: [{ ptsId, meterLabel: 'read', readAt, valueKwh: String(100 + n) }],
  }),
  submitReadingColumns: ({ readAt }, { ptsId }, n) => ({
    ...{ ptsIds: [ptsId], meterLabels: ['read'], readAts: [readAt], valuesKwh: [String(200 + n)] },
  }),
  withdrawRequest: ({ requests }, { gisId }, n) => ({ requestId: requests[gisId]?.[n], reason }),
  ...changeSamples,
  ...qualificationSamples,
  ...correctionSamples,
  ...marketSamples,
  ...filingSamples,
  ...deliverySamples,
  ...conformanceSamples,
};

/** Who owns the certificate rights of one of the three systems. */
function recOwnerOf({ oak, elm, recOwner, elmOwner, several }: Neighbourhood, target: MadeSystem): Party {
  return target === oak ? recOwner : target === elm ? elmOwner : several;
}

/** Adds what the samples need to a neighbourhood. */
export async function makeSampleWorld(api: Api, neighbourhood: Neighbourhood): Promise<SampleWorld> {
  const parties = [];
  for (const name of ['First', 'Second', 'Third']) parties.push(await makeParty(api, name, ['SYSTEM_OWNER']));
  const providerIds = [];
  for (const name of ['Fourth', 'Fifth', 'Sixth']) {
    const { organisationId } = await makeParty(api, name, ['SYSTEM_REPRESENTATIVE']);
    await api.does('approveDasProvider', { organisationId, approvedOn: '2024-01-01', reason });
    providerIds.push(organisationId);
  }
  const credentialIds = [];
  for (const { accountId } of parties) {
    const { credentialId } = await api.does('createApiCredential', { accountId, label: 'to be revoked' });
    credentialIds.push(String(credentialId));
  }
  const unqualified = [];
  for (const _ of parties) unqualified.push(await makeSystem(api, '16'));
  const certificates: Record<string, string[]> = {};
  for (const { ptsId, gisId } of [neighbourhood.oak, neighbourhood.elm, neighbourhood.ash]) {
    certificates[gisId] = await certificatesOf(api, gisId);
    const meter = { ptsId, accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-04-01' };
    for (const label of ['read', 'replaced']) await api.does('setUpMeter', { ...meter, label });
  }
  const { oak, elm, ash, representative, dasProvider, several } = neighbourhood;
  return {
    ...neighbourhood,
    ...(await makeRequests(api, neighbourhood)),
    exportIds: await makeExports(api, neighbourhood),
    uploadIds: {
      [oak.ptsId]: await uploadOf(api, representative),
      [elm.ptsId]: await uploadOf(api, dasProvider),
      [ash.ptsId]: await uploadOf(api, several),
    },
    organisationIds: parties.map(party => party.organisationId),
    providerIds,
    credentialIds,
    unqualified,
    certificates,
    quarters: ['2024-Q1', '2024-Q1', '2024-Q1'],
    readAt: '2024-04-28T14:00:00Z',
    ...(await makeChangeSamples(api, neighbourhood)),
    ...(await makeQualificationSamples(api, neighbourhood)),
    ...(await makeCorrectionSamples(api, neighbourhood)),
    ...(await makeMarketSamples(api, neighbourhood, certificates)),
    ...(await makeFilingSamples(api)),
    ...(await makeDeliverySamples(api, neighbourhood)),
    ...(await makeConformanceSamples(api, neighbourhood)),
  };
}

/** Uploads a file whose only row is refused; gives the id of the receipt. */
async function uploadOf(api: Api, { token }: Party): Promise<string> {
  const body = '{"ptsId":"PTS-PV2016-1","readAt":"2024-04-28T14:00:00Z","valueKwh":"1"}';
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/jsonl',
    'idempotency-key': 'sample',
  };
  const answer = await fetch(`${api.url}/readings`, { method: 'POST', body, headers });
  return ((await answer.json()) as { upload: { id: string } }).upload.id;
}

/** Documents and requests of the owners of the three systems, applications of strangers, and further versions of the terms. */
async function makeRequests(api: Api, { oak, elm, ash, owner, elmOwner, several }: Neighbourhood) {
  let asked = 0;
  const apply = async (token: string | null) => {
    asked += 1;
    const answer = await api.mutate(token, 'applyForRegistration', application(`asked-${asked}@example.org`));
    return String(dataOf(answer).applyForRegistration?.requestId);
  };
  const documents: Record<string, string> = {};
  const requests: Record<string, readonly string[]> = {};
  const owners = [
    [oak, owner],
    [elm, elmOwner],
    [ash, several],
  ] as const;
  for (const [{ gisId }, party] of owners) {
    documents[gisId] = await fileFor(api, party);
    requests[gisId] = [await apply(party.token), await apply(party.token), await apply(party.token)];
  }
  const applications = [];
  for (let n = 0; n < 9; n += 1) applications.push(await apply(null));
  const termsVersionIds = [];
  const terms = { slug: 'srec-terms-and-conditions', publishedOn: '2024-01-01', source: 'MassCEC' };
  for (const version of ['2', '3', '4']) {
    const { versionId } = await api.does('publishProgramDocument', { ...terms, version });
    termsVersionIds.unshift(String(versionId)); // the first one is current: it alone is accepted by others than staff
  }
  return { documents, requests, applications, termsVersionIds };
}

/** Every certificate of an asset as a range of one. */
async function certificatesOf(api: Api, gisId: string): Promise<string[]> {
  const { rows } = await api.database.query<{ range: string }>(
    `select h.batch_id || ' - ' || s || ' to ' || s as range
     from certificate_holding h join certificate_batch b on b.id = h.batch_id join gis_asset a on a.id = b.asset_id,
          generate_series(h.first_serial, h.last_serial) s
     where a.gis_id = $1 order by h.batch_id, s`,
    [gisId],
  );
  return rows.map(row => row.range);
}

async function makeExports(api: Api, { staff, regulator }: Neighbourhood): Promise<string[]> {
  for (const format of ['CSV', 'JSON_LINES']) {
    await api.does('startExport', { content: 'READINGS', format }, regulator.token);
  }
  const ids = [];
  for (const format of ['CSV', 'JSON_LINES', 'CSV']) {
    const { exportId } = await api.does('startExport', { content: 'SYSTEMS', format }, staff.token);
    ids.push(String(exportId));
  }
  return ids;
}
