import { type Api, startApi } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { fileDocument, makeOwnedSystem, makeParties, type Parties, refusal, setClock } from './support.js';

let api: Api;
let parties: Parties;

beforeAll(async () => {
  api = await startApi();
  parties = await makeParties(api);
  await setClock(api, '2016-04-20T15:00:00Z');
});
afterAll(() => api.stop());

let made = 0;
/** An application for a model of its own, with its test report. */
async function model(changed: object = {}) {
  made += 1;
  const documentId = await fileDocument(api, parties.representative, 'test.pdf');
  return {
    manufacturer: 'Elm Meters',
    model: `E${made}`,
    accuracyPercent: '0.5',
    standard: 'ANSI C12.20-2010',
    evidence: [{ documentId, purpose: 'TEST_REPORT' }],
    reason: 'we want to use it',
    ...changed,
  };
}
/** A model on the list, approved on 2015-01-01. */
async function approved(changed: object = {}): Promise<string> {
  const { requestId } = await api.does('applyForMeterModel', await model(changed), parties.representative.token);
  const approval = { requestId, approvedOn: '2015-01-01', reason: 'tested' };
  return String((await api.does('approveMeterModel', approval, parties.staff.token)).meterModelId);
}

test('a model is applied for with its test report, approved by staff, and on the list for everybody', async () => {
  const draft = await api.does('applyForMeterModel', await model({ evidence: [], submit: false }), parties.owner.token);
  expect(draft.state).toBe('DRAFT');
  const input = await model({ manufacturer: ' Oak Meters ', model: 'O-1' });
  const { requestId, state } = await api.does('applyForMeterModel', input, parties.representative.token);
  expect(state).toBe('SUBMITTED');
  const approval = { requestId, approvedOn: '2016-04-01', reason: 'tested' };
  const payload = await api.does('approveMeterModel', approval, parties.staff.token);
  expect(payload).toMatchObject({ requestId, state: 'APPROVED' });
  const list = `query ($filter: MeterModelFilter) { meterModels(filter: $filter) { edges { node {
    id manufacturer model accuracyPercent standard approvedOn revokedOn source } } } }`;
  const listed = async (filter: object, token = parties.stranger.token) =>
    (dataOf(await api.ask(token, list, { filter })).meterModels as { edges: { node: unknown }[] }).edges;
  const node = {
    id: payload.meterModelId,
    manufacturer: 'Oak Meters',
    model: 'O-1',
    accuracyPercent: '0.50',
    standard: 'ANSI C12.20-2010',
    approvedOn: '2016-04-01',
    revokedOn: null,
    source: `application ${requestId} with its test report`,
  };
  for (const { token } of Object.values(parties)) {
    expect(await listed({ manufacturer: 'Oak Meters' }, token)).toEqual([{ node }]);
  }
  expect(await listed({ manufacturer: 'Oak Meters', approvedOn: '2016-03-31' })).toEqual([]);
  expect(await listed({ manufacturer: 'Oak Meters', maximumAccuracyPercent: '0.49' })).toEqual([]);
  expect(await listed({ manufacturer: 'Oak Meters', maximumAccuracyPercent: '0.5' })).toHaveLength(1);
  expect((await refusal(api, parties.staff.token, 'approveMeterModel', approval)).code).toBe('REQUEST_NOT_OPEN');
});

describe('an application is refused', () => {
  test.each<[string, object, string, object]>([
    ['without a test report', { evidence: [] }, 'EVIDENCE_REQUIRED', { purpose: 'TEST_REPORT' }],
    ['without a name', { model: ' ' }, 'BAD_USER_INPUT', { field: 'model' }],
    ['with an accuracy of nothing', { accuracyPercent: '0' }, 'BAD_USER_INPUT', { field: 'accuracyPercent' }],
    ['with an accuracy of no use', { accuracyPercent: '5.01' }, 'BAD_USER_INPUT', { field: 'accuracyPercent' }],
  ])('%s', async (_, changed, code, facts) => {
    const input = await model(changed);
    expect(await refusal(api, parties.representative.token, 'applyForMeterModel', input)).toMatchObject({
      code,
      facts,
    });
  });

  test('with a document of another', async () => {
    const documentId = await fileDocument(api, parties.owner);
    const input = await model({ evidence: [{ documentId, purpose: 'TEST_REPORT' }] });
    expect((await refusal(api, parties.representative.token, 'applyForMeterModel', input)).code).toBe('NOT_FOUND');
  });

  test('a second model of one name is not approved, and each verb is for its own kind of account', async () => {
    const name = { model: 'the same' };
    await approved(name);
    const { requestId } = await api.does('applyForMeterModel', await model(name), parties.representative.token);
    const approval = { requestId, approvedOn: '2016-01-01', reason: 'x' };
    expect(await refusal(api, parties.staff.token, 'approveMeterModel', approval)).toEqual({
      code: 'CONFLICT',
      facts: { rule: 'meter_model_unique' },
    });
    const { token } = parties.representative;
    expect((await refusal(api, token, 'approveMeterModel', approval)).code).toBe('FORBIDDEN');
    const end = { meterModelId: '1', revokedOn: '2016-01-01', reason: 'x' };
    expect((await refusal(api, token, 'revokeMeterModel', end)).code).toBe('FORBIDDEN');
    expect((await refusal(api, parties.regulator.token, 'applyForMeterModel', await model())).code).toBe('FORBIDDEN');
  });
});

describe('a meter of a model', () => {
  const meter = (ptsId: string, changed: object) => ({
    ptsId,
    initialValueKwh: '0',
    installedOn: '2016-02-01',
    ...changed,
  });
  const metersOf = async (ptsId: string, token: string) => {
    const question = `query ($ptsId: ID!) { system(ptsId: $ptsId) { meters {
      label accuracyPercent requiredAccuracyPercent suitsSystem model { id manufacturer } } } }`;
    return (dataOf(await api.ask(token, question, { ptsId })).system as { meters: { [field: string]: unknown }[] })
      .meters;
  };

  test('has the accuracy of the model, and says whether that is enough for its system', async () => {
    const meterModelId = await approved({ accuracyPercent: '1' });
    const ptsId = await makeOwnedSystem(api, parties, { capacityKw: '1000' });
    await api.does('setUpMeter', meter(ptsId, { meterModelId }));
    await api.does('setUpMeter', meter(ptsId, { meterModelId, label: 'stated', accuracyPercent: '1.00' }));
    await api.does('setUpMeter', meter(ptsId, { label: 'worse', accuracyPercent: '1.01' }));
    await api.does('setUpMeter', meter(ptsId, { label: 'inverter' }));
    const ofModel = {
      model: { id: meterModelId, manufacturer: 'Elm Meters' },
      accuracyPercent: '1.00',
      suitsSystem: true,
    };
    const required = { requiredAccuracyPercent: '1' };
    expect(await metersOf(ptsId, parties.owner.token)).toEqual([
      { label: 'inverter', ...required, accuracyPercent: null, suitsSystem: false, model: null },
      { label: 'main', ...required, ...ofModel },
      { label: 'stated', ...required, ...ofModel },
      { label: 'worse', ...required, accuracyPercent: '1.01', suitsSystem: false, model: null },
    ]);
  });

  test('needs a better class when it is reported by a DAS provider, from the day of the approval on', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { capacityKw: '10' });
    await api.does('setUpMeter', meter(ptsId, { accuracyPercent: '2' }));
    const [byHand] = await metersOf(ptsId, parties.owner.token);
    expect(byHand).toMatchObject({ requiredAccuracyPercent: '2', suitsSystem: true });
    const { organisationId } = parties.representative;
    await api.does('approveDasProvider', { organisationId, approvedOn: '2016-04-20', reason: 'test' });
    const [automated] = await metersOf(ptsId, parties.owner.token);
    expect(automated).toMatchObject({ requiredAccuracyPercent: '1', suitsSystem: false });
  });

  test('is refused with a model that was not approved on the day of installation, or another accuracy', async () => {
    const ptsId = await makeOwnedSystem(api, parties);
    const meterModelId = await approved();
    await api.does('revokeMeterModel', { meterModelId, revokedOn: '2016-02-02', reason: 'recalled' });
    const refused = (changed: object) =>
      refusal(api, api.staff, 'setUpMeter', meter(ptsId, { meterModelId, ...changed }));
    const period = { field: 'meterModelId', approvedOn: '2015-01-01', revokedOn: '2016-02-02' };
    expect(await refused({ installedOn: '2014-12-31' })).toMatchObject({ code: 'BAD_USER_INPUT', facts: period });
    expect(await refused({ installedOn: '2016-02-02' })).toMatchObject({ code: 'BAD_USER_INPUT', facts: period });
    expect(await refused({ accuracyPercent: '0.51' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      facts: { field: 'accuracyPercent', expected: '0.50' },
    });
    expect((await refused({ meterModelId: '999999' })).code).toBe('NOT_FOUND');
    await api.does('setUpMeter', meter(ptsId, { meterModelId }));
  });

  test('is no longer of it, and of another accuracy, once its device is replaced by another', async () => {
    const ptsId = await makeOwnedSystem(api, parties, { capacityKw: '1000' });
    await api.does('setUpMeter', meter(ptsId, { meterModelId: await approved() }));
    const replaced = {
      ptsId,
      replacedAt: '2016-03-01T12:00:00Z',
      oldFinalKwh: '5',
      newInitialKwh: '0',
      reason: 'broken',
    };
    const refused = await refusal(api, api.staff, 'replaceMeter', { ...replaced, newAccuracyPercent: '5.01' });
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', facts: { field: 'newAccuracyPercent' } });
    await api.does('replaceMeter', replaced);
    expect(await metersOf(ptsId, api.staff)).toMatchObject([
      { accuracyPercent: '0.50', model: { manufacturer: 'Elm Meters' } },
    ]);
    await api.does('replaceMeter', { ...replaced, replacedAt: '2016-03-02T12:00:00Z', newAccuracyPercent: '2' });
    expect(await metersOf(ptsId, api.staff)).toMatchObject([
      { accuracyPercent: '2.00', model: null, suitsSystem: false },
    ]);
    const question = 'query ($ptsId: ID!) { system(ptsId: $ptsId) { meters { replacements { newAccuracyPercent } } } }';
    expect(dataOf(await api.ask(api.staff, question, { ptsId })).system).toEqual({
      meters: [{ replacements: [{ newAccuracyPercent: null }, { newAccuracyPercent: '2.00' }] }],
    });
  });
});

test('the approval of a model ends once, after it began', async () => {
  const meterModelId = await approved();
  const end = (revokedOn: string) => ({ meterModelId, revokedOn, reason: 'recalled' });
  expect((await refusal(api, api.staff, 'revokeMeterModel', end('2015-01-01'))).code).toBe('CONFLICT');
  await api.does('revokeMeterModel', end('2015-01-02'));
  expect((await refusal(api, api.staff, 'revokeMeterModel', end('2016-01-01'))).code).toBe('CONFLICT');
  const none = { ...end('2016-01-01'), meterModelId: '999999' };
  expect((await refusal(api, api.staff, 'revokeMeterModel', none)).code).toBe('NOT_FOUND');
});
