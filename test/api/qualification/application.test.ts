import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { makeParty } from '../support/world.js';
import {
  application,
  apply,
  approval,
  fileDocument,
  goodUnit,
  makeOwnedSystem,
  makeParties,
  type Parties,
  refusal,
  review,
  setClock,
  statements,
} from './support.js';

let api: Api;
let parties: Parties;

beforeAll(async () => {
  api = await startApi();
  parties = await makeParties(api);
  await setClock(api, '2016-04-20T15:00:00Z');
});
afterAll(() => api.stop());

/** Where sector and factor of the good unit come from. */
const asProposed =
  'domain 1.2: T0, sector B: larger unit, interconnected or complete until 2017-01-08; domain 1.1: building mounted';

test('from a draft to the statement: each step by whoever takes it', async () => {
  const ptsId = await makeOwnedSystem(api, parties);
  const draft = await api.does(
    'applyForQualification',
    { ptsId, program: 'SREC_II', unit: {}, submit: false, reason: 'begun' },
    parties.owner.token,
  );
  expect(draft).toMatchObject({ state: 'DRAFT', qualification: { filedOn: null, answer: null, review: null } });
  const submitted = await apply(api, parties, ptsId, { draftId: draft.requestId });
  expect(submitted).toMatchObject({
    requestId: draft.requestId,
    state: 'SUBMITTED',
    qualification: {
      filedOn: '2016-04-20',
      unit: { ...goodUnit, municipalLight: false, extension: 'NONE', parcelCapacityKw: null },
      answer: {
        eligible: true,
        reasons: [],
        factorProposal: {
          status: 'PROPOSED',
          sector: 'B',
          sectorRule: 'building mounted',
          factor: '0.9',
          source: 'domain 1.2',
          confidence: 'FOUND',
        },
        effectiveOn: '2016-02-01',
        assumedEffectiveOn: null,
        lastEligibleQuarter: '2025-Q4',
      },
      review: null,
    },
  });
  const { requestId } = submitted;
  const reviewed = await api.does('reviewQualification', review(requestId), parties.staff.token);
  expect(reviewed).toMatchObject({
    state: 'SUBMITTED',
    qualification: {
      review: {
        marketSector: 'B',
        srecFactor: '0.9',
        factorSource: asProposed,
        factorConfidence: 'FOUND',
        effectiveOn: '2016-02-01',
        effectiveSource: 'domain 6: filing deadlines of statements of qualification',
      },
    },
  });
  const decided = await api.does('decideQualification', approval(requestId), parties.regulator.token);
  expect(decided).toMatchObject({ state: 'APPROVED', ptsId, lastEligibleQuarter: '2025-Q4', classIFrom: '2026-01-01' });
  const { system } = dataOf(await api.ask(parties.owner.token, statements, { ptsId }));
  expect(system).toEqual({
    qualification: {
      program: 'SREC_II',
      sqNumber: 'PV-7001-16',
      effectiveOn: '2016-02-01',
      lastEligibleQuarter: '2025-Q4',
      marketSector: 'B',
      srecFactor: '0.9000',
      factorSource: asProposed,
      factorConfidence: 'FOUND',
      decidedOn: '2016-04-20',
      continuesId: null,
      request: {
        id: requestId,
        kind: 'QUALIFICATION',
        state: 'APPROVED',
        qualification: {
          program: 'SREC_II',
          unit: { unitType: 'BUILDING_MOUNTED', interconnectedOn: '2016-01-20' },
          filedOn: '2016-04-20',
          answer: { eligible: true },
          review: { effectiveSource: 'domain 6: filing deadlines of statements of qualification' },
        },
      },
    },
    qualifications: [
      expect.objectContaining({ program: 'SREC_II', continuesId: null, reason: 'qualifies' }),
      {
        id: expect.any(String),
        program: 'CLASS_I',
        sqNumber: 'PV-7001-16',
        effectiveOn: '2026-01-01',
        lastEligibleQuarter: null,
        srecFactor: '1.0000',
        continuesId: decided.statementId,
        reason: 'goes on as RPS Class I after its opt-in term',
      },
    ],
  });
  const { rows: history } = await api.database.query(
    'select step, account_id as account from request_event where request_id = $1 order by sequence',
    [requestId],
  );
  expect(history).toEqual([
    { step: 'DRAFTED', account: parties.owner.accountId },
    { step: 'SUBMITTED', account: parties.owner.accountId },
    { step: 'REVIEWED', account: parties.staff.accountId },
    { step: 'APPROVED', account: parties.regulator.accountId },
  ]);
});

describe('whose application a statement names', () => {
  test('is told to those who may see it: who reports for the system sees the statement alone', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const { requestId } = await apply(api, parties, ptsId);
    await api.does('reviewQualification', review(requestId), parties.staff.token);
    await api.does('decideQualification', approval(requestId), parties.regulator.token);
    const question = '{ system(ptsId: $ptsId) { qualification { sqNumber request { id } } } }';
    const seen = async (token: string) =>
      dataOf(await api.ask(token, `query ($ptsId: ID!) ${question}`, { ptsId })).system;
    const whole = { qualification: { sqNumber: 'PV-7001-16', request: { id: requestId } } };
    expect(await seen(parties.owner.token)).toEqual(whole);
    expect(await seen(parties.regulator.token)).toEqual(whole);
    expect(await seen(parties.recOwner.token)).toEqual(whole);
    expect(await seen(parties.representative.token)).toEqual({
      qualification: { sqNumber: 'PV-7001-16', request: null },
    });
    expect(await seen(parties.stranger.token)).toBeNull();
  });
});

describe('a unit that does not qualify is refused with every reason, each with its rule', () => {
  test.each<[string, object, string[]]>([
    ['a parcel above 6 MW', { parcelCapacityKw: '6000.001' }, ['CAPACITY_ABOVE_6_MW']],
    ['no use on site', { usesGenerationOnSite: false }, ['NO_ON_SITE_USE']],
    ['no connection', { interconnectedOn: null }, ['NOT_INTERCONNECTED']],
    ['a connection that is yet to come', { interconnectedOn: '2016-04-21' }, ['NOT_INTERCONNECTED']],
    ['operation before 2013', { commercialOperationOn: '2012-12-31' }, ['OPERATION_BEFORE_2013']],
    [
      'several at once',
      { parcelCapacityKw: '7000', usesGenerationOnSite: false, interconnectedOn: null },
      ['CAPACITY_ABOVE_6_MW', 'NOT_INTERCONNECTED', 'NO_ON_SITE_USE'],
    ],
  ])('SREC II: %s', async (_, changed, reasons) => {
    const ptsId = await makeOwnedSystem(api, parties);
    const input = application(ptsId, null, { unit: { ...goodUnit, ...changed } });
    const { code, facts } = await refusal(api, parties.owner.token, 'applyForQualification', input);
    expect({ code, reasons: facts?.reasons }).toEqual({ code: 'NOT_ELIGIBLE', reasons });
    expect(facts?.rules).toEqual(reasons.map(() => expect.stringMatching(/.+ \((domain|program)/)));
  });

  test.each<[string, object, string]>([
    ['in another state', { state: 'NH' }, 'NOT_IN_MASSACHUSETTS'],
    ['that is no solar system', { technology: 'WIND' }, 'NOT_SOLAR_PV'],
  ])('a system %s', async (_, system, reason) => {
    const ptsId = await makeOwnedSystem(api, parties, system);
    const { code, facts } = await refusal(api, parties.owner.token, 'applyForQualification', application(ptsId, null));
    expect([code, facts?.reasons]).toEqual(['NOT_ELIGIBLE', [reason]]);
  });

  test('municipal territory and a regulated utility do not count against it', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const unit = { ...goodUnit, municipalLight: true, ownedByRegulatedUtility: true };
    expect((await apply(api, parties, ptsId, { unit })).state).toBe('SUBMITTED');
  });

  test('a small unit that was connected after the end of SREC II', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { capacityKw: '25', commercialOperationOn: '2018-11-26' });
    await setClock(api, '2018-12-10T15:00:00Z');
    const input = (interconnectedOn: string) => application(ptsId, null, { unit: { ...goodUnit, interconnectedOn } });
    const late = await refusal(api, parties.owner.token, 'applyForQualification', input('2018-11-26'));
    expect(late).toMatchObject({ code: 'NOT_ELIGIBLE', facts: { reasons: ['PROGRAM_CLOSED'] } });
    const inTime = await refusal(api, parties.owner.token, 'applyForQualification', input('2018-11-25'));
    expect(inTime.code).toBe('EVIDENCE_REQUIRED');
    await setClock(api, '2016-04-20T15:00:00Z');
  });
});

describe('SREC I', () => {
  const unit = { usesGenerationOnSite: true, interconnectedOn: '2013-05-02', commercialOperationOn: '2013-05-02' };

  test('takes no application after its last day, whatever else stands against the unit', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const refused = async (changed: object) =>
      (
        await refusal(
          api,
          parties.owner.token,
          'applyForQualification',
          application(ptsId, null, { program: 'SREC_I', unit: { ...unit, ...changed } }),
        )
      ).facts?.reasons;
    expect(await refused({})).toEqual(['PROGRAM_CLOSED']);
    expect(await refused({ arraShareOfCost: '0.68', massachusettsGrantOn: '2009-12-31' })).toEqual([
      'ARRA_SHARE_ABOVE_67_PERCENT',
      'GRANT_BEFORE_PROGRAM_START',
      'PROGRAM_CLOSED',
    ]);
  });

  test('takes one on its last day, has no factor, and its term is forty quarters', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { commercialOperationOn: '2014-01-10' });
    await setClock(api, '2014-04-25T15:00:00Z');
    const { requestId } = await apply(api, parties, ptsId, {
      program: 'SREC_I',
      unit: { ...unit, commercialOperationOn: null },
    });
    await api.does(
      'reviewQualification',
      { requestId, effectiveOn: '2014-01-10', reason: 'as proposed' },
      parties.staff.token,
    );
    expect(
      await refusal(api, parties.staff.token, 'reviewQualification', {
        requestId,
        srecFactor: '0.9',
        effectiveOn: '2014-01-10',
        reason: 'x',
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'srecFactor' } });
    const decided = await api.does('decideQualification', approval(requestId), parties.regulator.token);
    expect(decided).toMatchObject({ lastEligibleQuarter: '2023-Q4', classIFrom: '2024-01-01', flags: [] });
    await setClock(api, '2016-04-20T15:00:00Z');
  });
});

describe('what an application lacks', () => {
  test('the authorization to interconnect: EVIDENCE_REQUIRED names it', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const documentId = await fileDocument(api, parties.owner);
    const required = { code: 'EVIDENCE_REQUIRED', facts: { purpose: 'AUTHORIZATION_TO_INTERCONNECT' } };
    const { token } = parties.owner;
    expect(await refusal(api, token, 'applyForQualification', application(ptsId, null))).toEqual(required);
    const other = application(ptsId, null, { evidence: [{ documentId, purpose: 'OTHER' }] });
    expect(await refusal(api, token, 'applyForQualification', other)).toEqual(required);
  });

  test.each<[string, object, string]>([
    ['the type of the unit', { unitType: null }, 'unitType'],
    ['a share above 1', { onSiteShare: '1.01' }, 'onSiteShare'],
    ['a share below 0', { arraShareOfCost: '-0.1' }, 'arraShareOfCost'],
    ['a parcel with less than the unit', { parcelCapacityKw: '499' }, 'parcelCapacityKw'],
  ])('%s: BAD_USER_INPUT names it', async (_, changed, field) => {
    const ptsId = await makeOwnedSystem(api, parties);
    const input = application(ptsId, null, { unit: { ...goodUnit, ...changed } });
    expect(await refusal(api, parties.owner.token, 'applyForQualification', input)).toMatchObject({
      code: 'BAD_USER_INPUT',
      facts: { field },
    });
  });

  test('a day of operation, when the system has none either', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { commercialOperationOn: null });
    const refused = await refusal(api, parties.owner.token, 'applyForQualification', application(ptsId, null));
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'commercialOperationOn' } });
  });
});

describe('what is not one’s own', () => {
  test('another’s system and none are one answer', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const answers = [];
    for (const id of [ptsId, 'PTS-PV2016-99999']) {
      const { text } = await api.mutate(parties.stranger.token, 'applyForQualification', application(id, null));
      answers.push(text.replaceAll(id, 'THE ID'));
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('NOT_FOUND');
  });

  test('who sees a system by its asset alone does not apply for it, nor who owned it once: FORBIDDEN, NOT_FOUND', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { commercialOperationOn: '2016-02-01' });
    const aggregator = await makeParty(api, 'Aggregator', ['SYSTEM_OWNER', 'REC_OWNER']);
    const { organisationId } = aggregator;
    const { gisAccountId } = await api.does('createGisAccount', { organisationId, name: 'Aggregated' });
    const gisId = 'NON4711';
    await api.does('createGisAsset', { gisId, gisAccountId, fromMonth: '2016-01', reason: 'test' });
    await api.does('joinGisAsset', { ptsId, gisId, fromMonth: '2016-03', reason: 'test' });
    const input = application(ptsId, null, { submit: false });
    expect(await refusal(api, aggregator.token, 'applyForQualification', input)).toEqual({
      code: 'FORBIDDEN',
      facts: { ptsId, askers: ['SYSTEM_OWNER', 'REC_OWNER'] },
    });
    const buyer = await makeParty(api, 'Buyer', ['SYSTEM_OWNER']);
    const sold = { ptsId, role: 'SYSTEM_OWNER', organisationId: buyer.organisationId, fromOn: '2016-03-01' };
    await api.does('appoint', { ...sold, evidence: 'deed', reason: 'test' });
    expect((await refusal(api, parties.owner.token, 'applyForQualification', input)).code).toBe('NOT_FOUND');
    expect((await api.does('applyForQualification', input, buyer.token)).state).toBe('DRAFT');
    expect((await api.does('applyForQualification', input, parties.recOwner.token)).state).toBe('DRAFT');
  });

  test('another’s document and another’s draft: NOT_FOUND; staff may name any document', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const theirs = await fileDocument(api, parties.stranger);
    const { token } = parties.owner;
    expect(await refusal(api, token, 'applyForQualification', application(ptsId, theirs))).toEqual({
      code: 'NOT_FOUND',
      facts: { documentId: theirs },
    });
    const draft = await apply(api, parties, ptsId, { submit: false });
    const ownDocument = await fileDocument(api, parties.recOwner);
    const taken = application(ptsId, ownDocument, { draftId: draft.requestId });
    expect((await refusal(api, parties.recOwner.token, 'applyForQualification', taken)).code).toBe('NOT_FOUND');
    const onBehalf = await api.does('applyForQualification', application(ptsId, theirs), parties.staff.token);
    expect(onBehalf.state).toBe('SUBMITTED');
  });
});

test('one application at a time for a system; a submitted one is no draft any more', async () => {
  const ptsId = await makeOwnedSystem(api, parties);
  const { requestId } = await apply(api, parties, ptsId);
  const documentId = await fileDocument(api, parties.recOwner);
  const again = application(ptsId, documentId);
  expect((await refusal(api, parties.recOwner.token, 'applyForQualification', again)).code).toBe('REQUEST_IN_PROGRESS');
  const own = application(ptsId, await fileDocument(api, parties.owner), { draftId: requestId });
  expect((await refusal(api, parties.owner.token, 'applyForQualification', own)).code).toBe('REQUEST_NOT_OPEN');
});

test('each verb is for its own kind of account', async () => {
  const ptsId = await makeOwnedSystem(api, parties);
  const { requestId } = await apply(api, parties, ptsId);
  const { owner, recOwner, representative, staff, regulator } = parties;
  const tried: [string, object, string[]][] = [
    ['applyForQualification', application(ptsId, null), [representative.token, regulator.token]],
    ['reviewQualification', review(requestId), [owner.token, recOwner.token, representative.token, regulator.token]],
    ['decideQualification', approval(requestId), [owner.token, recOwner.token, representative.token, staff.token]],
  ];
  for (const [name, input, tokens] of tried) {
    for (const token of tokens) expect((await refusal(api, token, name, input)).code).toBe('FORBIDDEN');
    expect((await refusal(api, null, name, input)).code).toBe('UNAUTHENTICATED');
  }
});
