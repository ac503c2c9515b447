import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as operations from '../operations/generated.js';
import { type Api, startApi } from './support/api.js';
import { ask, dataOf } from './support/ask.js';
import { pdf } from './support/papers.js';
import { rollUp } from './support/roll-up.js';
import { exampleNames, ofRequests, ofTrading, Traveller } from './support/traveller.js';

/*
 * The whole way over HTTP, as a newcomer goes it, by the example operations alone: register, set up, appoint, qualify, accept the
 * terms, read three months, report to the GIS, issue, explain, correct, retire. Each test goes on where the one before it stopped.
 */

let api: Api;
let traveller: Traveller;

beforeAll(async () => {
  api = await startApi();
  traveller = new Traveller(api);
});
afterAll(() => api.stop());

const go: Traveller['go'] = (...words) => traveller.go(...words);
const key = () => traveller.key();
const clockAt = (at: string) => traveller.clockAt(at);
const open: Traveller['open'] = (...words) => traveller.open(...words);

/** Organisations and credentials of the people, the system and its asset. */
const made = { owner: '', ownerToken: '', das: '', dasToken: '', ptsId: '', gisAccountId: '', first: '' };

test('staff opens accounts for an owner, who keeps the certificate rights, and for a DAS provider', async () => {
  await clockAt('2017-12-20T15:00:00Z');
  const owner = await open('owner', ['SYSTEM_OWNER', 'REC_OWNER']);
  const das = await open('das', ['SYSTEM_REPRESENTATIVE']);
  Object.assign(made, {
    owner: owner.organisationId,
    ownerToken: owner.token,
    das: das.organisationId,
    dasToken: das.token,
  });
  const { approveDasProvider } = await go(api.staff, operations.ApproveDasProviderDocument, {
    input: { organisationId: das.organisationId, approvedOn: '2017-12-01', reason: 'approved' },
    ...key(),
  });
  expect(approveDasProvider.organisationId).toBe(das.organisationId);
});

test('staff registers the system, sets up its meter and appoints its people', async () => {
  const { registerSystem } = await go(api.staff, operations.RegisterSystemDocument, {
    input: {
      name: 'School roof',
      technology: 'SOLAR_PV',
      capacityKw: '20.5',
      town: 'Salem',
      commercialOperationOn: '2016-06-01',
    },
    ...key(),
  });
  const { ptsId } = registerSystem;
  expect(ptsId).toMatch(/^PTS-PV2016-\d+$/);
  made.ptsId = ptsId;
  await go(api.staff, operations.SetUpMeterDocument, {
    input: { ptsId, accuracyPercent: '0.5', initialValueKwh: '1000', installedOn: '2017-12-19' },
    ...key(),
  });
  const appointment = { ptsId, fromOn: '2017-12-20', evidence: 'contract', reason: 'registration' };
  const owner = await go(api.staff, operations.AppointDocument, {
    input: { ...appointment, role: 'SYSTEM_OWNER', organisationId: made.owner },
    ...key(),
  });
  expect(owner.appoint.roleIds).toHaveLength(2); // with the first owner the REC owner
  await go(api.staff, operations.AppointDocument, {
    input: { ...appointment, role: 'SYSTEM_REPRESENTATIVE', organisationId: made.das },
    ...key(),
  });
});

test('staff opens an account at the GIS, enters an asset and grants the statement of qualification', async () => {
  const { factorProposal } = await go(api.staff, operations.ProposeFactorDocument, {
    unit: { capacityKw: '20.5', unitType: 'BUILDING_MOUNTED', interconnectedOn: '2016-06-01' },
  });
  expect(factorProposal).toMatchObject({ status: 'PROPOSED', sector: 'A', factor: '1' });
  const { createGisAccount } = await go(api.staff, operations.OpenGisAccountDocument, {
    organisationId: made.owner,
    name: 'School certificates',
    ...key(),
  });
  made.gisAccountId = createGisAccount.gisAccountId;
  await go(api.staff, operations.EnterGisAssetDocument, {
    input: { gisId: 'NON4711', gisAccountId: made.gisAccountId, fromMonth: '2018-01', reason: 'qualified' },
    ...key(),
  });
  const { joinGisAsset } = await go(api.staff, operations.JoinGisAssetDocument, {
    input: { ptsId: made.ptsId, gisId: 'NON4711', fromMonth: '2018-01', reason: 'qualified' },
    ...key(),
  });
  expect(joinGisAsset.leftGisId).toBeNull();
  const { grantQualification } = await go(api.staff, operations.GrantQualificationDocument, {
    input: {
      ptsId: made.ptsId,
      sqNumber: 'PV-4711-16',
      program: 'SREC_II',
      effectiveOn: '2018-01-01',
      marketSector: 'B',
      srecFactor: '0.9',
      factorSource: 'decision of the day',
      reason: 'qualified',
    },
    ...key(),
  });
  expect(grantQualification).toEqual({ ptsId: made.ptsId, lastEligibleQuarter: '2027-Q4', flags: [] });
});

test('the owner accepts the terms and conditions, without which nothing is issued', async () => {
  const { programDocuments } = await go(made.ownerToken, operations.LookUpTermsDocument, {});
  const terms = programDocuments.find(({ slug }) => slug === 'srec-terms-and-conditions');
  const versionId = terms?.versions[0]?.id ?? '';
  const { acceptTerms } = await go(made.ownerToken, operations.AcceptTermsDocument, { input: { versionId }, ...key() });
  expect(acceptTerms.organisationId).toBe(made.owner);
  const { me } = await go(made.ownerToken, operations.AcceptedTermsDocument, {});
  expect(me.organisation.termsAcceptances).toEqual([expect.objectContaining({ versionId })]);
});

test('the DAS provider reads the meter in four windows, and each month becomes production', async () => {
  const values = [
    ['2017-12-29T15:00:00Z', '2017-12', '1100', '100'],
    ['2018-01-29T15:00:00Z', '2018-01', '2600.5', '1500.5'],
    ['2018-02-26T15:00:00Z', '2018-02', '4200', '1599.5'],
    ['2018-03-29T15:00:00Z', '2018-03', '6100.25', '1900.25'],
  ] as const;
  for (const [readAt, month, valueKwh, productionKwh] of values) {
    await clockAt(readAt);
    const { reportingWindow } = await go(made.dasToken, operations.WhichWindowDocument, {});
    expect(reportingWindow).toMatchObject({ month, isOpen: true });
    const readings = [{ key: month, ptsId: made.ptsId, readAt, valueKwh }];
    const dry = await go(made.dasToken, operations.SubmitReadingsDocument, { readings, dryRun: true, ...key() });
    expect(dry.submitReadings.accepted).toBe(1);
    const { submitReadings } = await go(made.dasToken, operations.SubmitReadingsDocument, { readings, ...key() });
    expect(submitReadings.outcomes).toEqual([
      expect.objectContaining({ key: month, status: 'ACCEPTED', month, productionKwh, estimated: false, code: null }),
    ]);
    const columns = { ptsIds: [made.ptsId], readAts: [readAt], valuesKwh: [valueKwh] };
    const again = await go(made.dasToken, operations.SubmitReadingColumnsDocument, { ...columns, ...key() });
    expect(again.submitReadingColumns).toMatchObject({ accepted: 0, refused: 0, columns: { statuses: ['DUPLICATE'] } });
  }
});

test('the owner sees its system, its people and its production', async () => {
  const { system } = await go(made.ownerToken, operations.SystemDocument, { ptsId: made.ptsId });
  expect(system?.roles.map(({ role, organisation }) => `${role}: ${organisation.name}`)).toEqual([
    'SYSTEM_OWNER: owner',
    'REC_OWNER: owner',
    'SYSTEM_REPRESENTATIVE: das',
  ]);
  expect(system?.readings.edges.map(({ node }) => node.month)).toEqual(['2018-03', '2018-02', '2018-01', '2017-12']);
  expect(system?.production.map(({ month, status }) => `${month} ${status}`)).toContain('2018-01 REPORTED');
  const { systems } = await go(made.ownerToken, operations.SystemsDocument, { filter: { town: 'Salem' } });
  expect(systems.edges.map(({ node }) => node.ptsId)).toEqual([made.ptsId]);
});

test('staff reports the quarter to the GIS on the day of its upload; the report stays as it is', async () => {
  await clockAt('2018-07-10T15:00:00Z');
  const quarter = { quarter: '2018-Q1', reason: 'end of the quarter' };
  const dry = await go(api.staff, operations.ReportQuarterDocument, { ...quarter, dryRun: true, ...key() });
  const { reportQuarter } = await go(api.staff, operations.ReportQuarterDocument, { ...quarter, ...key() });
  expect(reportQuarter).toEqual(dry.reportQuarter);
  expect(reportQuarter).toMatchObject({ lineCount: 3, totals: { reportedMwh: '5.001', certificates: 4 } });
  const { gisReport } = await go(api.staff, operations.GisReportDocument, { quarter: '2018-Q1' });
  const lines = ['4711,01/2018,1.501', '4711,02/2018,1.600', '4711,03/2018,1.900'];
  expect(gisReport?.lines.edges.map(({ node }) => node.line)).toEqual(lines);
  expect(gisReport?.differences.edges).toEqual([]);
  const headers = { authorization: `Bearer ${api.staff}` };
  const file = await (await fetch(`${api.url}${gisReport?.path}`, { headers })).text();
  expect(file).toBe(lines.map(line => `${line}\n`).join(''));
  expect(createHash('sha256').update(file).digest('hex')).toBe(reportQuarter.sha256);
});

test('the file is for staff and the regulator alone, and for quarters that are reported', async () => {
  const get = async (path: string, token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${api.url}/gis-reports/${path}.csv`, { headers });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    return [response.status, ...errors.map(({ extensions }) => extensions.code)];
  };
  expect(await get('2018-Q1')).toEqual([401, 'UNAUTHENTICATED']);
  expect(await get('2018-Q1', made.ownerToken)).toEqual([403, 'FORBIDDEN']);
  expect(await get('2018-Q2', api.staff)).toEqual([404, 'NOT_FOUND']);
  expect(await get('2018-Q7', api.staff)).toEqual([400, 'BAD_USER_INPUT']);
});

test('staff issues it on the mint date, after a dry run, and not before', async () => {
  const quarter = { quarter: '2018-Q1', reason: 'mint date' };
  const early = await api.ask(api.staff, operations.IssueQuarterDocument, { ...quarter, ...key() });
  expect(early.errors.map(({ extensions }) => [extensions.code, extensions.facts?.notBefore])).toEqual([
    ['BEFORE_SCHEDULE', '2018-07-15'],
  ]);
  await clockAt('2018-07-15T15:00:00Z');
  const dry = await go(api.staff, operations.IssueQuarterDocument, { ...quarter, dryRun: true, ...key() });
  const { issueQuarter } = await go(api.staff, operations.IssueQuarterDocument, { ...quarter, ...key() });
  expect(issueQuarter).toEqual(dry.issueQuarter);
  // whole kWh: 1,501 + 1,600 + 1,900 = 5.001 MWh, times 0.9 = 4.5009
  expect(issueQuarter.totals).toEqual({
    assets: 1,
    issuances: 3,
    productionKwh: '5000.250',
    reportedMwh: '5.001',
    eligibleMwh: '4.5009000',
    retiredRemainderMwh: '0.5001000',
    certificates: 4,
  });
  const { quarterIssuance } = await go(made.ownerToken, operations.QuarterIssuanceDocument, { quarter: '2018-Q1' });
  expect(quarterIssuance).toMatchObject({
    status: 'ISSUED',
    mintDate: '2018-07-15',
    totals: { assets: 1, certificates: 4 },
  });
  expect(quarterIssuance.issuances.edges.map(({ node }) => [node.month, node.minted, node.closingGisCarryMwh])).toEqual(
    [
      ['2018-01', 1, '0.3509000000'],
      ['2018-02', 1, '0.7909000000'],
      ['2018-03', 2, '0.5009000000'],
    ],
  );
});

test('the owner finds its certificates and the whole way of one, back to the readings', async () => {
  const { portfolio, me } = await go(made.ownerToken, operations.PortfolioDocument, {});
  expect(me).toEqual({ name: 'owner', kinds: ['SYSTEM_OWNER', 'REC_OWNER'] });
  expect(portfolio).toMatchObject({
    systems: 1,
    certificatesMinted: 4,
    certificatesActive: 4,
    carryMwh: '0.5009000000',
  });
  const { certificates } = await go(made.ownerToken, operations.CertificatesDocument, { state: 'ACTIVE' });
  const ranges = certificates.edges.map(({ node }) => node);
  expect(ranges.map(({ vintageMonth, quantity }) => [vintageMonth, quantity])).toEqual([
    ['2018-01', 1],
    ['2018-02', 1],
    ['2018-03', 2],
  ]);
  made.first = ranges.at(-1)?.range ?? '';
  const serialNumber = made.first.replace(/ to .*/, '');
  const { explainCertificate } = await go(made.ownerToken, operations.ExplainCertificateDocument, { serialNumber });
  expect(explainCertificate).toMatchObject({
    serialNumber,
    state: 'ACTIVE',
    range: made.first,
    issuance: {
      month: '2018-03',
      process: 'WHOLE_KWH',
      reportedMwh: '1.900',
      eligibleMwh: '1.7100000',
      openingGisCarryMwh: '0.7909000000',
      minted: 2,
      closingGisCarryMwh: '0.5009000000',
      certificates: made.first,
      systems: [
        {
          ptsId: made.ptsId,
          srecFactor: '0.9000',
          eligibleKwh: '1900.250',
          uses: [{ readingMonth: '2018-03', valueKwh: '6100.250', eligibleKwh: '1900.250' }],
        },
      ],
    },
  });
  const { explainIssuance } = await go(made.ownerToken, operations.ExplainIssuanceDocument, {
    gisId: 'NON4711',
    program: 'SREC_II',
    month: '2018-03',
  });
  expect(explainIssuance).toEqual(explainCertificate?.issuance);
  expect(explainIssuance?.arithmetic.join('\n')).toContain('0.7909');
});

test('the owner retires one of them, and the ledger keeps it', async () => {
  const range = made.first.replace(/ to .*/, ' to 1');
  const { retireCertificates } = await go(made.ownerToken, operations.RetireCertificatesDocument, {
    ranges: [range],
    reason: 'green school',
    ...key(),
  });
  expect(retireCertificates).toEqual({ quantity: 1, ranges: [range] });
  const { ledger } = await go(made.ownerToken, operations.LedgerDocument, {});
  const entries = ledger.edges.map(({ node }) => node);
  expect(entries[0]).toMatchObject({ kind: 'RETIRE', range, quantity: 1, reason: 'green school' });
  expect(entries.map(entry => entry.kind).sort()).toEqual([
    ...['MINT', 'MINT', 'MINT', 'RETIRE'],
    ...['RETIRE_REMAINDER', 'RETIRE_REMAINDER', 'RETIRE_REMAINDER'],
  ]);
  const { portfolio } = await go(made.ownerToken, operations.PortfolioDocument, {});
  expect([portfolio.certificatesActive, portfolio.certificatesRetired]).toEqual([3, 1]);
});

test('staff corrects a month whose certificate was retired: the difference goes into the next issuance', async () => {
  const contentBase64 = pdf('photograph of the meter').toString('base64');
  const input = { name: 'meter.pdf', mediaType: 'application/pdf', contentBase64 };
  const { fileDocument } = await go(api.staff, operations.FileDocumentDocument, { input, ...key() });
  const { documentId } = fileDocument;
  const { document } = await go(api.staff, operations.LookAtDocumentDocument, { id: documentId });
  expect(document).toMatchObject({ name: 'meter.pdf', sha256: fileDocument.sha256 });
  const correction = { ptsId: made.ptsId, month: '2018-03', valueKwh: '6000.25', documentIds: [documentId] };
  const { correctReading } = await go(api.staff, operations.CorrectReadingDocument, {
    input: { ...correction, reason: 'read wrongly' },
    ...key(),
  });
  // 100 kWh less, times 0.9
  expect(correctReading.settled).toEqual([
    { month: '2018-03', how: 'ADJUSTED', productionKwh: '-100', certificates: 0, adjustedMwh: '-0.09' },
  ]);
  const { adjustments } = await go(made.ownerToken, operations.PendingAdjustmentsDocument, {});
  expect(adjustments.edges.map(({ node }) => [node.asset.gisId, node.month, Number(node.eligibleMwh)])).toEqual([
    ['NON4711', '2018-03', -0.09],
  ]);
  const { gisReport } = await go(api.staff, operations.GisReportDocument, { quarter: '2018-Q1' });
  expect(
    gisReport?.differences.edges.map(({ node }) => [node.month, Number(node.reportedMwh), Number(node.nowMwh)]),
  ).toEqual([['2018-03', 1.9, 1.8]]);
});

test('staff goes on: a meter is replaced, an asset is handed over, a credential is revoked', async () => {
  const { ptsId, gisAccountId } = made;
  const { replaceMeter } = await go(api.staff, operations.ReplaceMeterDocument, {
    input: { ptsId, replacedAt: '2018-04-05T15:00:00Z', oldFinalKwh: '6200', newInitialKwh: '0', reason: 'defect' },
    ...key(),
  });
  expect(replaceMeter.replacementId).toMatch(/^\d+$/);
  const heir = await open('heir', ['REC_OWNER']);
  const { createGisAccount } = await go(api.staff, operations.OpenGisAccountDocument, {
    organisationId: heir.organisationId,
    name: 'Heir',
    ...key(),
  });
  expect(createGisAccount.gisAccountId).not.toBe(gisAccountId);
  const { assignGisAsset } = await go(api.staff, operations.HandOverAssetDocument, {
    input: { gisId: 'NON4711', gisAccountId: createGisAccount.gisAccountId, fromMonth: '2018-04', reason: 'sold' },
    ...key(),
  });
  expect(assignGisAsset.gisId).toBe('NON4711');
  const { createApiCredential } = await go(api.staff, operations.MakeCredentialDocument, {
    accountId: heir.accountId,
    label: 'second',
    ...key(),
  });
  await go(api.staff, operations.RevokeCredentialDocument, {
    credentialId: createApiCredential.credentialId,
    ...key(),
  });
  expect((await api.ask(createApiCredential.secret, '{ __typename }')).status).toBe(401);
});

test('staff ends the approval of the DAS provider', async () => {
  const { revokeDasProvider } = await go(api.staff, operations.RevokeDasProviderDocument, {
    input: { organisationId: made.das, revokedOn: '2018-07-16', reason: 'gave up' },
    ...key(),
  });
  expect(revokeDasProvider.organisationId).toBe(made.das);
});

test('anybody looks up the rule by which the readings were judged', async () => {
  const { ruleTables } = await go(made.ownerToken, operations.RuleTableDocument, { key: 'manual-reporting-limit' });
  expect(ruleTables).toHaveLength(1);
  expect(ruleTables[0]?.rows[0]).toMatchObject({ value: expect.any(String), source: expect.any(String) });
});

test('everybody sees the system, that its months are read and its quarter minted, and not how much: it is one system', async () => {
  const example = (name: string) => readFileSync(`test/operations/public/${name}.graphql`, 'utf8');
  const endpoint = `${api.url}/public/graphql`;
  const systems = await ask(endpoint, null, example('public-systems'), { filter: { town: 'Salem' } });
  expect(dataOf(systems)).toMatchObject({
    systems: { edges: [{ node: { ptsId: made.ptsId, technology: 'SOLAR_PV', capacityKw: '20.500', town: 'Salem' } }] },
  });
  await rollUp(api.databaseUrl, '2018-07');
  const year = { from: '2018-01', to: '2018-12' };
  const minted = await go(api.staff, operations.CertificateTotalsDocument, { by: 'QUARTER', ...year });
  expect(minted.certificateTotals.groups).toEqual([{ group: '2018-Q1', certificatesMinted: 4 }]);
  const { flaggedReadings } = await go(api.staff, operations.FlaggedReadingsDocument, {});
  expect(flaggedReadings.edges.map(({ node }) => node.reading.month)).toEqual([]);
  const production = await ask(endpoint, null, example('public-production'), { from: '2018-01', to: '2018-03' });
  expect(dataOf(production)).toEqual({
    production: [
      { month: '2018-01', systems: 1, productionKwh: null, withheld: true }, // one system: its production is its owner's
      { month: '2018-02', systems: 1, productionKwh: null, withheld: true },
      { month: '2018-03', systems: 1, productionKwh: null, withheld: true },
    ],
    minted: [{ quarter: '2018-Q1', mintDate: '2018-07-15', certificates: null, withheld: true }],
  });
});

test('every example operation was run, here or on the way of requests', () => {
  const others = [...ofRequests, ...ofTrading];
  expect([...traveller.run].sort()).toEqual(exampleNames().filter(name => !others.includes(name)));
});
