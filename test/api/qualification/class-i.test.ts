import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import {
  application,
  apply,
  approval,
  fileDocument,
  makeOwnedSystem,
  makeParties,
  type Parties,
  refusal,
  setClock,
  statements,
} from './support.js';

let api: Api;
let parties: Parties;

beforeAll(async () => {
  api = await startApi();
  parties = await makeParties(api);
});
beforeEach(() => setClock(api, '2016-04-20T15:00:00Z'));
afterAll(() => api.stop());

const windmill = { technology: 'WIND', capacityKw: '1500' };
const classI = { program: 'CLASS_I', unit: {} };
const systemOf = async (ptsId: string) =>
  dataOf(await api.ask(api.staff, statements, { ptsId })).system as { [field: string]: unknown };

test('a wind turbine is qualified for Class I: one REC for each MWh, without end; its date takes a source', async () => {
  const ptsId = await makeOwnedSystem(api, parties, windmill);
  const { requestId, qualification } = await apply(api, parties, ptsId, classI);
  expect(qualification).toMatchObject({
    answer: {
      eligible: true,
      reasons: [],
      factorProposal: null,
      effectiveOn: null,
      assumedEffectiveOn: '2016-02-01',
      lastEligibleQuarter: null,
    },
  });
  const confirmed = { requestId, effectiveOn: '2016-02-01', reason: 'as DOER said' };
  expect(await refusal(api, parties.staff.token, 'reviewQualification', confirmed)).toMatchObject({
    code: 'BAD_USER_INPUT',
    facts: { field: 'effectiveSource' },
  });
  await api.does('reviewQualification', { ...confirmed, effectiveSource: 'letter of DOER' }, parties.staff.token);
  const decided = await api.does('decideQualification', approval(requestId), parties.regulator.token);
  expect(decided).toMatchObject({ lastEligibleQuarter: null, classIFrom: null, flags: [] });
  expect(await systemOf(ptsId)).toMatchObject({
    qualification: {
      program: 'CLASS_I',
      effectiveOn: '2016-02-01',
      lastEligibleQuarter: null,
      marketSector: null,
      srecFactor: '1.0000',
      factorSource: 'program/000: one REC for each MWh',
      continuesId: null,
    },
    qualifications: [expect.anything()],
  });
});

describe('a statement that DOER granted, entered by staff', () => {
  const granted = { sqNumber: 'PV-2100-11', effectiveOn: '2011-05-01', reason: 'history' };

  test('of SREC I goes on as Class I under its number; which of the two counts is a matter of the day', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const payload = await api.does('grantQualification', { ...granted, ptsId, program: 'SREC_I' });
    expect(payload).toMatchObject({ lastEligibleQuarter: '2021-Q1', classIFrom: '2022-01-01', flags: [] });
    const told = async (at: string) => {
      await setClock(api, at);
      const { qualification } = await systemOf(ptsId);
      const { program, sqNumber, continuesId } = qualification as { [field: string]: unknown };
      return [program, sqNumber, continuesId];
    };
    const carveOut = ['SREC_I', 'PV-2100-11', null];
    const goesOn = ['CLASS_I', 'PV-2100-11', payload.statementId];
    expect(await told('2010-01-01T15:00:00Z')).toEqual(carveOut);
    expect(await told('2021-03-31T15:00:00Z')).toEqual(carveOut);
    expect(await told('2021-04-01T15:00:00Z')).toEqual(goesOn);
    expect(await told('2040-01-01T15:00:00Z')).toEqual(goesOn);
  });

  test('of a term that ends later is continued from the day after it', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const statement = {
      ...granted,
      ptsId,
      program: 'SREC_II',
      marketSector: 'B',
      srecFactor: '0.9',
      factorSource: 'x',
    };
    const payload = await api.does('grantQualification', { ...statement, effectiveOn: '2016-02-01' });
    expect(payload.classIFrom).toBe('2026-01-01');
  });

  test('of Class I is for any technology, and has neither a last quarter nor a factor of its own', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { ...windmill, state: 'NH' });
    const statement = { ...granted, ptsId, program: 'CLASS_I' };
    const refused = (changed: object) => refusal(api, api.staff, 'grantQualification', { ...statement, ...changed });
    expect(await refused({ lastEligibleQuarter: '2021-Q1' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      facts: { field: 'lastEligibleQuarter' },
    });
    expect(await refused({ srecFactor: '0.9' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      facts: { field: 'srecFactor' },
    });
    expect((await refused({ program: 'SREC_I' })).code).toBe('NOT_ELIGIBLE');
    const payload = await api.does('grantQualification', statement);
    expect(payload).toMatchObject({ lastEligibleQuarter: null, classIFrom: null, flags: [] });
  });

  test('never overlaps another: one in its term, nor the Class I that follows it', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    await api.does('grantQualification', { ...granted, ptsId, program: 'SREC_I' });
    const conflict = { code: 'CONFLICT', facts: { rule: 'system_is_qualified_once_at_a_time' } };
    const again = { ...granted, ptsId, sqNumber: 'PV-2101-11' };
    for (const statement of [
      { ...again, program: 'SREC_I', effectiveOn: '2021-03-31' },
      { ...again, program: 'CLASS_I', effectiveOn: '2030-01-01' },
      { ...again, program: 'CLASS_I', effectiveOn: '2000-01-01' },
    ]) {
      expect(await refusal(api, api.staff, 'grantQualification', statement)).toEqual(conflict);
    }
    expect((await systemOf(ptsId)).qualifications).toHaveLength(2);
  });
});

describe('before anybody applies', () => {
  const question = `query ($program: Program!, $unit: EligibilityInput!) { eligibility(program: $program, unit: $unit) {
    eligible reasons { code rule source } factorProposal { status sector factor source assumedFactor }
    effectiveOn assumedEffectiveOn effectiveRule effectiveSource lastEligibleQuarter } }`;
  const asked = async (program: string, unit: object, token = parties.representative.token) =>
    (await api.ask(token, question, { program, unit })).data?.eligibility;
  const data = {
    unitType: 'GROUND_MOUNTED',
    onSiteShare: '0.1',
    usesGenerationOnSite: true,
    commercialOperationOn: '2017-09-20',
    interconnectedOn: '2017-09-20',
    mechanicallyCompleteOn: '2017-09-01',
    extension: 'GOOD_CAUSE',
  };

  test('everybody is told what an application would be told', async () => {
    const unit = { capacityKw: '2000', data, filedOn: '2017-09-29' };
    expect(await asked('SREC_II', unit)).toEqual({
      eligible: true,
      reasons: [],
      factorProposal: { status: 'PROPOSED', sector: 'MG', factor: '0.5', source: 'domain 1.2', assumedFactor: null },
      effectiveOn: '2017-09-20',
      assumedEffectiveOn: null,
      effectiveRule: expect.stringContaining('never before the programme took effect'),
      effectiveSource: expect.stringContaining('domain 6'),
      lastEligibleQuarter: '2027-Q2',
    });
    expect(await asked('SREC_II', { ...unit, filedOn: '2017-10-01' })).toMatchObject({
      effectiveOn: null,
      assumedEffectiveOn: '2017-09-20',
      lastEligibleQuarter: null,
    });
  });

  test('every reason is named with its rule and source', async () => {
    const unit = {
      capacityKw: '7000',
      state: 'RI',
      data: { ...data, usesGenerationOnSite: false },
      filedOn: '2017-09-29',
    };
    expect(await asked('SREC_I', unit)).toMatchObject({
      eligible: false,
      reasons: [
        { code: 'CAPACITY_ABOVE_6_MW', rule: 'at most 6000 kW DC per parcel of land', source: 'program/003' },
        { code: 'NOT_IN_MASSACHUSETTS' },
        { code: 'NO_ON_SITE_USE' },
        { code: 'PROGRAM_CLOSED', source: 'domain 6; program/003' },
      ],
      factorProposal: null,
    });
  });

  test('the answer is that of the application itself', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { capacityKw: '2000' });
    await setClock(api, '2017-09-29T15:00:00Z');
    const documentId = await fileDocument(api, parties.owner);
    const input = application(ptsId, documentId, { unit: data });
    const { qualification } = await api.does('applyForQualification', input, parties.owner.token);
    const answer = (qualification as { answer: object }).answer;
    expect(answer).toMatchObject((await asked('SREC_II', { capacityKw: '2000', data })) as object);
  });

  test('a day of operation must be given', async () => {
    const unit = { capacityKw: '5', data: { unitType: 'BUILDING_MOUNTED' } };
    const { errors } = await api.ask(parties.owner.token, question, { program: 'SREC_II', unit });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'commercialOperationOn' } });
  });
});
