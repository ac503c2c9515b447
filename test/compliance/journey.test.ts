import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { makeParty, type Party, setClock } from '../api/support/world.js';

let api: Api;
let supplier: Party;
let other: Party;
let regulator: Party;
let owner: Party;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2018-06-20T12:00:00Z');
  supplier = await makeParty(api, 'Supplier', ['SUPPLIER']);
  other = await makeParty(api, 'Other supplier', ['SUPPLIER']);
  regulator = await makeParty(api, 'DOER', ['REGULATOR']);
  owner = await makeParty(api, 'Owner', ['SYSTEM_OWNER', 'REC_OWNER']);
});
afterAll(() => api?.stop());

const codeOf = async (token: string, name: string, input: object) =>
  (await api.mutate(token, name, input)).errors[0]?.extensions.code;
const register = ({ organisationId }: Party) => ({
  organisationId,
  kind: 'COMPETITIVE',
  sinceYear: 2017,
  reason: 'test',
});
const load = (salesMwh: string, organisationId?: string) => ({
  ...(organisationId ? { organisationId } : {}),
  ...{ complianceYear: 2017, loads: [{ contractedOn: '2016-01-01', salesMwh }], evidence: 'statement' },
});
const draft = (token: string, organisationId?: string) =>
  api.ask(
    token,
    `query ($id: ID) { complianceDraft(complianceYear: 2017, organisationId: $id) { dueOn yearClosed
       positions { program obligation acpQuantity acpRateDollars acpRateConfidence acpDollars } } }`,
    { id: organisationId ?? null },
  );

test('staff registers suppliers, once each', async () => {
  await api.does('registerSupplier', register(supplier));
  await api.does('registerSupplier', register(other));
  expect(await codeOf(api.staff, 'registerSupplier', register(other))).toBe('CONFLICT');
  expect(await codeOf(api.staff, 'registerSupplier', { ...register(other), organisationId: '999999' })).toBe(
    'NOT_FOUND',
  );
  expect(await codeOf(supplier.token, 'registerSupplier', register(other))).toBe('FORBIDDEN');
});

test('a supplier enters its own load, staff that of any', async () => {
  await api.does('enterSupplierLoad', load('900'), supplier.token);
  expect(await codeOf(supplier.token, 'enterSupplierLoad', load('1', other.organisationId))).toBe('NOT_FOUND');
  expect(await api.does('enterSupplierLoad', load('1000', supplier.organisationId))).toMatchObject({
    entered: 1,
    superseded: 1,
  });
  expect(await codeOf(owner.token, 'enterSupplierLoad', load('1'))).toBe('FORBIDDEN');
  for (const salesMwh of ['0.0001', '-1', '100000000']) {
    expect(await codeOf(supplier.token, 'enterSupplierLoad', load(salesMwh))).toBe('BAD_USER_INPUT');
  }
  const twice = { ...load('1'), loads: [...load('1').loads, ...load('2').loads] };
  expect(await codeOf(supplier.token, 'enterSupplierLoad', twice)).toBe('BAD_USER_INPUT');
});

test('the draft is for the supplier, staff and the regulator', async () => {
  const drawn = {
    ...{ dueOn: '2018-07-01', yearClosed: false },
    positions: [
      {
        ...{ program: 'SREC_I', obligation: 17, acpQuantity: 17, acpRateDollars: '448', acpRateConfidence: 'MEMORY' },
        acpDollars: '7616',
      },
      {
        ...{ program: 'SREC_II', obligation: 21, acpQuantity: 21, acpRateDollars: '350', acpRateConfidence: 'MEMORY' },
        acpDollars: '7350',
      },
    ],
  };
  expect(dataOf(await draft(supplier.token)).complianceDraft).toEqual(drawn);
  for (const token of [api.staff, regulator.token]) {
    expect(dataOf(await draft(token, supplier.organisationId)).complianceDraft).toEqual(drawn);
  }
  const [theirs, nobodys] = [await draft(other.token, supplier.organisationId), await draft(other.token, '999999')];
  expect(theirs.errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect(theirs.text.replaceAll(`"${supplier.organisationId}"`, 'ID')).toBe(nobodys.text.replaceAll('"999999"', 'ID'));
  expect((await draft(owner.token)).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a filing is submitted after the close of the year, seen by its own, and decided by the regulator', async () => {
  const filing = { complianceYear: 2017, useOrder: 'NEW_FIRST', reason: 'annual filing' };
  expect(await codeOf(supplier.token, 'submitFiling', filing)).toBe('NOT_OPEN');
  await api.database.query(
    `insert into trading_year (year, closed_at, closed_by, reason, completed_at)
     values (2017, now(), (select min(id) from account), 'test', now())`,
  );
  expect(await codeOf(supplier.token, 'submitFiling', { ...filing, complianceYear: 2016 })).toBe('BAD_USER_INPUT');
  expect(await codeOf(other.token, 'submitFiling', filing)).toBe('BAD_USER_INPUT');
  const { filingId, late } = await api.does('submitFiling', filing, supplier.token);
  expect(late).toBe(false);
  expect(await codeOf(supplier.token, 'submitFiling', filing)).toBe('CONFLICT');
  const one = `{ complianceFiling(id: "${filingId}") { state late note organisation { name } statement { positions { obligation } } } }`;
  const all =
    '{ complianceFilings { edges { node { id } } } suppliers { edges { node { kind organisation { name } } } } }';
  const shown = {
    ...{ state: 'SUBMITTED', late: false, note: 'annual filing', organisation: { name: 'Supplier' } },
    statement: { positions: [{ obligation: 17 }, { obligation: 21 }] },
  };
  for (const token of [supplier.token, api.staff, regulator.token]) {
    expect(dataOf(await api.ask(token, one))).toEqual({ complianceFiling: shown });
  }
  expect(dataOf(await api.ask(other.token, one))).toEqual({ complianceFiling: null });
  expect(dataOf(await api.ask(other.token, all))).toEqual({
    complianceFilings: { edges: [] },
    suppliers: { edges: [{ node: { kind: 'COMPETITIVE', organisation: { name: 'Other supplier' } } }] },
  });
  const decision = { filingId, approve: true, reason: 'paid' };
  expect(await codeOf(api.staff, 'decideFiling', decision)).toBe('FORBIDDEN');
  expect(await codeOf(regulator.token, 'decideFiling', { ...decision, filingId: '999999' })).toBe('NOT_FOUND');
  expect(await api.does('decideFiling', decision, regulator.token)).toMatchObject({ state: 'APPROVED' });
  expect(await codeOf(regulator.token, 'decideFiling', decision)).toBe('CONFLICT');
  await api.does('enterSupplierLoad', load('1'), supplier.token);
  expect(dataOf(await api.ask(supplier.token, one))).toEqual({ complianceFiling: { ...shown, state: 'APPROVED' } });
});

test('the Minimum Standard: as published, as part of Class I, and computed from its inputs', async () => {
  const answer = await api.ask(
    owner.token,
    `{ minimumStandards(program: SREC_I, complianceYear: 2017) { classIPercent classIRemainderPercent
         standards { percent obligationMwh contractedBefore source confidence } }
       minimumStandardCalculation(obligationMwh: "783183", loadMwh: "48009747") { percent published }
       short: minimumStandardCalculation(obligationMwh: "163", loadMwh: "100000") { percent published }
       obligationCalculation(program: SREC_I, complianceYear: 2014, inputs: { projectedGenerationMwh: "1000",
         actualGenerationMwh: "600", bankedMwh: "50", acpMwh: "20", loadMwh: "100000" }) {
         terms { name usedMwh origin } baseMwh increaseMwh obligationMwh minimumStandardPercent confidence auctionId } }`,
  );
  const term = (name: string, usedMwh: string, origin: string) => ({ name, usedMwh, origin });
  expect(dataOf(answer)).toEqual({
    minimumStandards: {
      ...{ classIPercent: '12', classIRemainderPercent: '7.5059' },
      standards: [
        {
          percent: '1.6313',
          obligationMwh: '783183',
          contractedBefore: null,
          source: 'domain 2.2',
          confidence: 'FOUND',
        },
        {
          percent: '0.9861',
          obligationMwh: null,
          contractedBefore: '2013-06-28',
          source: 'domain 2.2',
          confidence: 'FOUND',
        },
      ],
    },
    minimumStandardCalculation: { percent: '1.6313', published: '1.6313' },
    short: { percent: '0.163', published: '0.1630' },
    obligationCalculation: {
      terms: [
        term('projectedGenerationMwh', '1000', 'GIVEN'),
        term('actualGenerationMwh', '600', 'GIVEN'),
        term('bankedMwh', '50', 'GIVEN'),
        term('auctionMwh', '0', 'ABSENT'),
        term('acpMwh', '20', 'GIVEN'),
      ],
      ...{ baseMwh: '1550', increaseMwh: '0', obligationMwh: '1550', minimumStandardPercent: '1.55' },
      ...{ confidence: 'MEMORY', auctionId: null },
    },
  });
  const refused = async (query: string) => (await api.ask(owner.token, query)).errors[0]?.extensions.code;
  expect(await refused('{ minimumStandards(program: SREC_I, complianceYear: 2018) { complianceYear } }')).toBe(
    'NO_RULE_IN_FORCE',
  );
  expect(
    await refused('{ obligationCalculation(program: SREC_II, complianceYear: 2017, inputs: {}) { baseMwh } }'),
  ).toBe('NO_RULE_IN_FORCE');
  expect(await refused('{ minimumStandardCalculation(obligationMwh: "1", loadMwh: "0") { percent } }')).toBe(
    'BAD_USER_INPUT',
  );
});
