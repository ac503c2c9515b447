import type { RefusalCode } from '../../../src/domain/error.js';
import { fileOf, pdf } from './papers.js';
import type { SampleWorld } from './samples.js';

/** A call that is refused as a whole: who asks for what, and the facts that come with the code. */
export interface CallRefusal {
  readonly code: RefusalCode;
  readonly why: string;
  readonly by: (world: SampleWorld) => string | null;
  readonly mutation: string;
  readonly input: (world: SampleWorld) => object;
  readonly facts: (world: SampleWorld) => object;
}

const staff = (world: SampleWorld) => world.staff.token;
const reason = 'test';

/** Calls that are refused on April 30, 2024, in the neighbourhood whose first quarter is issued. */
export const callRefusals: readonly CallRefusal[] = [
  {
    code: 'UNAUTHENTICATED',
    why: 'without a credential',
    by: () => null,
    mutation: 'createOrganisation',
    input: () => ({ kind: 'PERSON', name: 'Somebody' }),
    facts: () => ({}),
  },
  {
    code: 'FORBIDDEN',
    why: 'by an account of another kind',
    by: world => world.owner.token,
    mutation: 'createOrganisation',
    input: () => ({ kind: 'PERSON', name: 'Somebody' }),
    facts: () => ({ kinds: ['STAFF'] }),
  },
  {
    code: 'NOT_FOUND',
    why: 'for a system that does not exist',
    by: staff,
    mutation: 'setUpMeter',
    input: () => ({ ptsId: 'PTS-PV2016-1', accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-01-01' }),
    facts: () => ({ ptsId: 'PTS-PV2016-1' }),
  },
  {
    code: 'CURSOR_EXPIRED',
    why: 'with a cursor of another database',
    by: staff,
    mutation: 'createWebhook',
    input: () => ({ url: 'https://example.org/', after: Buffer.alloc(24).toString('base64url') }),
    facts: () => ({ field: 'after' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with a value that breaks a rule of its field',
    by: staff,
    mutation: 'registerSystem',
    input: () => ({ name: 'Roof', technology: 'SOLAR_PV', capacityKw: '-5', town: 'Salem' }),
    facts: () => ({ field: 'capacityKw', value: '-5' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with a value that only the database refuses',
    by: staff,
    mutation: 'createOrganisation',
    input: () => ({ kind: 'PERSON', name: '' }),
    facts: () => ({ rule: 'organisation_name_is_given' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with text that no database can hold',
    by: staff,
    mutation: 'createOrganisation',
    input: () => ({ kind: 'PERSON', name: 'Some\u0000body' }),
    facts: () => ({ field: 'name' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with an id that is no number',
    by: staff,
    mutation: 'createApiCredential',
    input: () => ({ accountId: 'first', label: 'x' }),
    facts: () => ({ field: 'accountId', value: 'first', expected: 'digits, at most 18' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with an id that PostgreSQL would read and nobody gave',
    by: staff,
    mutation: 'appoint',
    input: ({ oak }) => ({
      ...{ ptsId: oak.ptsId, role: 'REC_OWNER', organisationId: ' 1', fromOn: '2025-01-01' },
      ...{ evidence: 'contract', reason },
    }),
    facts: () => ({ field: 'organisationId', value: ' 1', expected: 'digits, at most 18' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with an id in hexadecimal digits',
    by: staff,
    mutation: 'createGisAccount',
    input: () => ({ organisationId: '0x10', name: 'x' }),
    facts: () => ({ field: 'organisationId', value: '0x10', expected: 'digits, at most 18' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with text in a row of many that no database can hold',
    by: world => world.representative.token,
    mutation: 'submitReadings',
    input: ({ oak }) => ({
      readings: ['PTS-PV2016-1', `${oak.ptsId}\u0000`].map(ptsId => ({
        ptsId,
        readAt: '2024-04-30T12:00:00Z',
        valueKwh: '1',
      })),
    }),
    facts: () => ({ field: 'readings[1].ptsId' }),
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'with a capacity for which there is no room',
    by: staff,
    mutation: 'registerSystem',
    input: () => ({ name: 'Roof', technology: 'SOLAR_PV', capacityKw: '999999999999999.999', town: 'Salem' }),
    facts: () => ({ field: 'capacityKw', value: '999999999999999.999', below: '1000000000' }),
  },
  ...(['-0.001', '1000000000000'] as const).map(estimatedAnnualKwh => ({
    code: 'BAD_USER_INPUT' as const,
    why: `with an estimate of ${estimatedAnnualKwh} kWh`,
    by: staff,
    mutation: 'registerSystem',
    input: () => ({ name: 'Roof', technology: 'SOLAR_PV', capacityKw: '5', town: 'Salem', estimatedAnnualKwh }),
    facts: () => ({ field: 'estimatedAnnualKwh', value: estimatedAnnualKwh, below: '1000000000000' }),
  })),
  {
    code: 'BAD_USER_INPUT',
    why: 'with an estimate of more digits than are kept',
    by: staff,
    mutation: 'registerSystem',
    input: () => ({
      ...{ name: 'Roof', technology: 'SOLAR_PV', capacityKw: '5', town: 'Salem' },
      estimatedAnnualKwh: '5000.0001',
    }),
    facts: () => ({ field: 'estimatedAnnualKwh', value: '5000.0001', maximumDecimals: 3 }),
  },
  {
    code: 'DOCUMENT_NOT_ACCEPTED',
    why: 'for a document that is not what its type says',
    by: world => world.owner.token,
    mutation: 'fileDocument',
    input: () => fileOf(pdf(), 'image/png'),
    facts: () => ({ mediaType: 'image/png', found: 'application/pdf' }),
  },
  {
    code: 'EVIDENCE_REQUIRED',
    why: 'for an acceptance of the terms that staff records without evidence',
    by: staff,
    mutation: 'acceptTerms',
    input: ({ termsVersionIds, owner }) => ({
      versionId: termsVersionIds[0],
      organisationId: owner.organisationId,
    }),
    facts: ({ owner }) => ({ field: 'evidence', organisationId: owner.organisationId }),
  },
  {
    code: 'CONFLICT',
    why: 'for what is so already',
    by: staff,
    mutation: 'approveDasProvider',
    input: ({ dasProvider }) => ({ organisationId: dasProvider.organisationId, approvedOn: '2024-01-01', reason }),
    facts: ({ dasProvider }) => ({
      organisationId: dasProvider.organisationId,
      approvedOn: '2023-12-01',
      revokedOn: null,
    }),
  },
  {
    code: 'CONFLICT',
    why: 'for the approval of one who has none',
    by: staff,
    mutation: 'revokeDasProvider',
    input: ({ owner }) => ({ organisationId: owner.organisationId, revokedOn: '2024-01-01', reason }),
    facts: ({ owner }) => ({ organisationId: owner.organisationId }),
  },
  {
    code: 'CONFLICT',
    why: 'for an approval on the day on which it begins',
    by: staff,
    mutation: 'revokeDasProvider',
    input: ({ dasProvider }) => ({ organisationId: dasProvider.organisationId, revokedOn: '2023-12-01', reason }),
    facts: ({ dasProvider }) => ({
      organisationId: dasProvider.organisationId,
      approvedOn: '2023-12-01',
      revokedOn: '2023-12-01',
    }),
  },
  {
    code: 'CONFLICT',
    why: 'for what only the database knows to collide',
    by: staff,
    mutation: 'createGisAsset',
    input: ({ elm }) => ({ gisId: elm.gisId, gisAccountId: elm.gisAccountId, fromMonth: '2024-01', reason }),
    facts: () => ({ rule: 'gis_asset_gis_id_unique' }),
  },
  {
    code: 'METER_DECREASE',
    why: 'for a device that ends below what was read from it',
    by: staff,
    mutation: 'replaceMeter',
    input: ({ oak }) => ({
      ptsId: oak.ptsId,
      replacedAt: '2024-04-20T12:00:00Z',
      oldFinalKwh: '3599.999',
      newInitialKwh: '0',
      reason,
    }),
    facts: () => ({ fromKwh: '3600', toKwh: '3599.999', registerDigits: null, expected: 'at least 3600 kWh' }),
  },
  {
    code: 'NOT_ELIGIBLE',
    why: 'for a technology that earns no SRECs',
    by: staff,
    mutation: 'grantQualification',
    input: ({ unqualified }) => ({
      ptsId: unqualified[0],
      sqNumber: 'WD-1-16',
      program: 'SREC_I',
      effectiveOn: '2016-01-01',
      reason,
    }),
    facts: () => ({ technology: 'WIND', rule: 'program/003' }),
  },
  {
    code: 'MONTH_ALREADY_ISSUED',
    why: 'for an asset in a quarter that is issued',
    by: staff,
    mutation: 'assignGisAsset',
    input: ({ oak, ash }) => ({ gisId: oak.gisId, gisAccountId: ash.gisAccountId, fromMonth: '2024-02', reason }),
    facts: () => ({ fromMonth: '2024-02', issuedQuarter: '2024-Q1' }),
  },
  ...(
    [
      ['reportQuarter', 'to be reported', '2024-10-10'],
      ['issueQuarter', 'to be minted', '2024-10-15'],
    ] as const
  ).map(([mutation, todo, notBefore]) => ({
    code: 'BEFORE_SCHEDULE' as const,
    why: `for a quarter ${todo} later`,
    by: staff,
    mutation,
    input: () => ({ quarter: '2024-Q2', reason }),
    facts: () => ({ quarter: '2024-Q2', notBefore, today: '2024-04-30' }),
  })),
  {
    code: 'QUARTER_NOT_REPORTED',
    why: 'for a quarter that was not reported to the GIS',
    by: staff,
    mutation: 'issueQuarter',
    input: () => ({ quarter: '2023-Q4', reason }),
    facts: () => ({ quarter: '2023-Q4' }),
  },
  {
    code: 'QUARTER_OUT_OF_ORDER',
    why: 'for a quarter before one that is reported',
    by: staff,
    mutation: 'reportQuarter',
    input: () => ({ quarter: '2023-Q4', reason }),
    facts: () => ({ quarter: '2023-Q4', other: '2024-Q1' }),
  },
  {
    code: 'NOTHING_TO_CORRECT',
    why: 'for a value that is on record',
    by: staff,
    mutation: 'correctReading',
    input: ({ oak, photograph }) => ({
      ...{ ptsId: oak.ptsId, month: '2024-03', valueKwh: '3600', documentIds: [photograph], reason },
    }),
    facts: () => ({ month: '2024-03', valueKwh: '3600.000' }),
  },
  {
    code: 'NOTHING_TO_CORRECT',
    why: 'for production that does not wait',
    by: staff,
    mutation: 'dismissProduction',
    input: ({ oak, photograph }) => ({ ptsId: oak.ptsId, month: '2024-03', documentIds: [photograph], reason }),
    facts: ({ oak }) => ({ ptsId: oak.ptsId, month: '2024-03' }),
  },
  {
    code: 'EVIDENCE_REQUIRED',
    why: 'for a correction without a document',
    by: staff,
    mutation: 'correctReading',
    input: ({ oak }) => ({ ptsId: oak.ptsId, month: '2024-03', valueKwh: '3500', documentIds: [], reason }),
    facts: () => ({ field: 'documentIds' }),
  },
  {
    code: 'TERMS_NOT_ACCEPTED',
    why: 'for a credit to one who has not accepted the terms',
    by: staff,
    mutation: 'releaseProduction',
    input: ({ withoutTerms, photograph }) => ({
      ...{ ptsId: withoutTerms, month: '2024-01', documentIds: [photograph], reason },
    }),
    facts: () => ({ gisAccountId: expect.stringMatching(/^\d+$/) }),
  },
  {
    code: 'VERIFICATION_REQUIRED',
    why: 'for a transfer of rights that the regulator has not verified',
    by: staff,
    mutation: 'approveChange',
    input: ({ recTransfers }) => ({ requestId: recTransfers[0], reason }),
    facts: ({ recTransfers }) => ({ requestId: recTransfers[0] ?? '' }),
  },
  {
    code: 'REQUEST_IN_PROGRESS',
    why: 'for a second change of the reporter of a system',
    by: staff,
    mutation: 'requestReporterChange',
    input: ({ changing, dasProvider: { organisationId } }) => ({
      ...{ ptsId: changing[0], representative: { organisationId }, fromOn: '2024-06-01', reason },
    }),
    facts: () => ({ kind: 'REPORTER_CHANGE' }),
  },
  {
    code: 'REQUEST_NOT_OPEN',
    why: 'for an application that staff has not reviewed',
    by: world => world.regulator.token,
    mutation: 'decideQualification',
    input: ({ filed }) => ({ requestId: filed[0], approve: true, sqNumber: 'AS-9000-16', reason }),
    facts: ({ filed }) => ({ requestId: filed[0], missing: 'reviewQualification' }),
  },
  {
    code: 'CERTIFICATES_NOT_HELD',
    why: 'for certificates of another',
    by: world => world.recOwner.token,
    mutation: 'retireCertificates',
    input: ({ certificates, elm }) => ({ ranges: [certificates[elm.gisId]?.[0]], reason }),
    facts: ({ certificates, elm }) => ({ range: certificates[elm.gisId]?.[0], quantity: 1, held: 0 }),
  },
  {
    code: 'TOO_MANY_ROWS',
    why: 'with no row',
    by: world => world.representative.token,
    mutation: 'submitReadings',
    input: () => ({ readings: [] }),
    facts: () => ({ rows: 0, maximum: 10_000 }),
  },
  {
    code: 'TOO_MANY_ROWS',
    why: 'with a row too many',
    by: world => world.representative.token,
    mutation: 'submitReadings',
    input: () => ({
      readings: Array.from({ length: 10_001 }, () => ({ ptsId: 'x', readAt: '2024-04-30T12:00:00Z', valueKwh: '1' })),
    }),
    facts: () => ({ rows: 10_001, maximum: 10_000 }),
  },
];

/** A row that is refused while its call goes on: the system, its meter, and what was read when, at which time of the clock. */
export interface RowRefusal {
  readonly code: RefusalCode;
  readonly why: string;
  readonly at: string;
  readonly rows: (systems: RowSystems) => readonly object[];
  readonly expected: string;
}

/** Systems that the representative of the oak reports for, each with what its refusals need. */
export interface RowSystems {
  readonly oak: string;
  readonly elm: string;
  /** Bound, 20 kW. */
  readonly large: string;
  /** Bound, with a meter that is not of revenue quality. */
  readonly simpleMeter: string;
  /** Its meter was installed on April 30, 2024. */
  readonly newMeter: string;
  /** Read in May 2024. */
  readonly readLater: string;
}

const april = '2024-04-30T15:00:00Z';
const readAt = '2024-04-29T15:00:00Z';

export const rowRefusals: readonly RowRefusal[] = [
  {
    code: 'NOT_REPRESENTED',
    why: 'a system that another represents',
    at: april,
    rows: ({ elm }) => [{ ptsId: elm, readAt, valueKwh: '15000' }],
    expected: '^a system that your organisation represents on 2024-04-30$',
  },
  {
    code: 'NOT_REPRESENTED',
    why: 'a meter that its system has not',
    at: april,
    rows: ({ oak }) => [{ ptsId: oak, meterLabel: 'roof', readAt, valueKwh: '15000' }],
    expected: '^a meter of PTS-\\S+: main or read or replaced$',
  },
  {
    code: 'NOT_REPRESENTED',
    why: 'a system of another with a meter that it has not: its meters are not told',
    at: april,
    rows: ({ elm }) => [{ ptsId: elm, meterLabel: 'roof', readAt, valueKwh: '15000' }],
    expected: '^a system that your organisation represents on 2024-04-30$',
  },
  {
    code: 'MONTH_ROW_REPEATED',
    why: 'the second of two rows for one meter',
    at: april,
    rows: ({ readLater }) => [
      { ptsId: readLater, readAt, valueKwh: '-1' },
      { ptsId: readLater, readAt, valueKwh: '10' },
    ],
    expected: '^one row for meter main of PTS-\\S+ in a call$',
  },
  {
    code: 'BAD_USER_INPUT',
    why: 'a value with four decimals',
    at: april,
    rows: ({ oak }) => [{ ptsId: oak, readAt, valueKwh: '3700.0001' }],
    expected: '0 or more, below 10\\^12, with at most three decimals',
  },
  {
    code: 'READING_IN_FUTURE',
    why: 'a reading dated after its submission',
    at: april,
    rows: ({ oak }) => [{ ptsId: oak, readAt: '2024-05-02T15:00:00Z', valueKwh: '3700' }],
    expected: 'read at 2024-04-30T15:00:0\\d\\.\\d{3}Z or before',
  },
  {
    code: 'OUTSIDE_REPORTING_WINDOW',
    why: 'a reading made before the window opened',
    at: april,
    rows: ({ oak }) => [{ ptsId: oak, readAt: '2024-04-20T15:00:00Z', valueKwh: '3700' }],
    expected: '2024-04-26',
  },
  {
    code: 'AUTOMATED_REPORTING_REQUIRED',
    why: 'a bound system above the limit, reported by one who is no DAS provider',
    at: april,
    rows: ({ large }) => [{ ptsId: large, readAt, valueKwh: '10' }],
    expected: 'DAS',
  },
  {
    code: 'REVENUE_GRADE_METER_REQUIRED',
    why: 'a bound system with another meter',
    at: april,
    rows: ({ simpleMeter }) => [{ ptsId: simpleMeter, readAt, valueKwh: '10' }],
    expected: 'revenue quality meter',
  },
  {
    code: 'MONTH_ALREADY_ISSUED',
    why: 'a month whose certificates exist',
    at: '2024-03-29T15:00:00Z',
    rows: ({ oak }) => [{ ptsId: oak, readAt: '2024-03-29T14:00:00Z', valueKwh: '3610' }],
    expected: '^a reading of 2024-04, read and submitted from 2024-04-26 through 2024-05-05$',
  },
  {
    code: 'LATER_READING_EXISTS',
    why: 'a month before one that was read',
    at: april,
    rows: ({ readLater }) => [{ ptsId: readLater, readAt, valueKwh: '10' }],
    expected: 'after all that were read',
  },
  {
    code: 'READING_NOT_AFTER_PREVIOUS',
    why: 'a reading made before the meter was there',
    at: april,
    rows: ({ newMeter }) => [{ ptsId: newMeter, readAt, valueKwh: '10' }],
    expected: 'read after 2024-04-30T04:00:00.000Z',
  },
  {
    code: 'METER_DECREASE',
    why: 'a value below the one before',
    at: april,
    rows: ({ oak }) => [{ ptsId: oak, readAt, valueKwh: '3599.999' }],
    expected: '3600',
  },
  {
    code: 'ABOVE_NAMEPLATE',
    why: 'more than the nameplate allows',
    at: april,
    rows: ({ oak }) => [{ ptsId: oak, readAt, valueKwh: '5140' }],
    expected: 'a production of at most 1536 kWh',
  },
];
