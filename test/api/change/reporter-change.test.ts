import type { Api } from '../support/api.js';
import {
  approve,
  asks,
  type ChangeWorld,
  contractOf,
  makeHeld,
  refusalOf,
  reports,
  rolesOf,
  stateOf,
} from '../support/changes.js';
import { startWithChanges } from '../support/start-with.js';
import { appointHolders, makeAccount, makeParty, makeSystem, type Party, setClock } from '../support/world.js';

let api: Api;
let world: ChangeWorld;
let large: string;
beforeAll(async () => {
  ({ api, world } = await startWithChanges());
  large = await makeHeld(api, world, { capacityKw: '10.001' });
});
afterAll(() => api.stop());

const inputOf = (ptsId: string, organisationId: string, more: object = {}) => ({
  ptsId,
  representative: { organisationId },
  fromOn: '2024-05-15',
  reason: 'better',
  ...more,
});
const asked = async (by: Party, input: object) => refusalOf(await api.mutate(by.token, 'requestReporterChange', input));
const draft = { submit: false };

test('the owner asks, nothing changes; staff approves, and from that day on the other reports', async () => {
  const ptsId = await makeHeld(api, world);
  const { requestId, state } = await asks(
    api,
    world.owner,
    'requestReporterChange',
    inputOf(ptsId, world.other.organisationId),
  );
  expect(state).toBe('SUBMITTED');
  const before = [`${world.representative.organisationId} 2023-12-01 on`];
  expect(await rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE')).toEqual(before);
  expect(await approve(api, requestId)).toBeNull();
  expect(await rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE')).toEqual([
    `${world.representative.organisationId} 2023-12-01 2024-05-15`,
    `${world.other.organisationId} 2024-05-15 on`,
  ]);
  expect(await stateOf(api, requestId)).toEqual({ state: 'APPROVED', steps: ['SUBMITTED', 'APPROVED'] });
  const { rows } = await api.database.query('select evidence, reason from system_role where from_on = $1', [
    '2024-05-15',
  ]);
  expect(rows).toEqual([{ evidence: `change request ${requestId}`, reason: 'in order' }]);
  await setClock(api, '2024-05-30T15:00:00Z');
  const read = [ptsId, '2024-05-30T14:00:00Z', '100'] as const;
  expect(await reports(api, world.representative, ...read)).toBe('NOT_REPRESENTED');
  expect(await reports(api, world.other, ...read)).toBe('ACCEPTED');
  await setClock(api, '2024-05-10T15:00:00Z');
  expect(await approve(api, requestId)).toEqual(['REQUEST_NOT_OPEN', { requestId, state: 'APPROVED' }]);
});

test('the REC owner, the account holder of the asset and staff ask too; as what is kept', async () => {
  const ptsId = await makeHeld(api, world);
  const staff = { ...world.stranger, token: api.staff };
  const found = [];
  for (const by of [world.owner, world.recOwner, world.aggregator, staff]) {
    const input = inputOf(ptsId, world.other.organisationId, draft);
    const { requestId } = await asks(api, by, 'requestReporterChange', input);
    const { rows } = await api.database.query("select content->>'askedAs' as as from request where id = $1", [
      requestId,
    ]);
    found.push(rows[0]?.as);
  }
  expect(found).toEqual(['SYSTEM_OWNER', 'REC_OWNER', 'GIS_ACCOUNT_HOLDER', 'STAFF']);
});

test('an account asks as what its kind lets it: the rights of the same house are asked for by an account of theirs', async () => {
  const ptsId = await makeSystem(api);
  await appointHolders(api, ptsId, { owner: world.owner }); // who is REC owner at first, too
  const rights = await makeAccount(api, world.owner.organisationId, 'Oak rights', ['REC_OWNER']);
  const found = [];
  for (const by of [world.owner, rights]) {
    const input = inputOf(ptsId, world.other.organisationId, draft);
    const { requestId } = await asks(api, by, 'requestReporterChange', input);
    const { rows } = await api.database.query("select content->>'askedAs' as as from request where id = $1", [
      requestId,
    ]);
    found.push(rows[0]?.as);
  }
  expect(found).toEqual(['SYSTEM_OWNER', 'REC_OWNER']);
});

test('who reports may not ask, by its kind of account or by what it is to the system', async () => {
  const ptsId = await makeSystem(api);
  await appointHolders(api, ptsId, { ...world, representative: world.stranger });
  const input = inputOf(ptsId, world.other.organisationId);
  expect(await asked(world.representative, input)).toEqual([
    'FORBIDDEN',
    { kinds: ['SYSTEM_OWNER', 'REC_OWNER', 'STAFF'] },
  ]);
  const askers = ['SYSTEM_OWNER', 'REC_OWNER', 'GIS_ACCOUNT_HOLDER'];
  expect(await asked(world.stranger, input)).toEqual(['FORBIDDEN', { ptsId, askers }]);
  expect((await asked(world.regulator, input))?.[0]).toBe('FORBIDDEN');
});

test('whose system it is not gets the answer that no system gets', async () => {
  for (const ptsId of [large, 'PTS-PV2016-1']) {
    const refusal = await asked(world.stranger, inputOf(ptsId, world.other.organisationId));
    expect(refusal).toEqual(['NOT_FOUND', { ptsId }]);
  }
});

test('an organisation that cannot report, and one that does not exist, are one answer', async () => {
  const expected = 'an organisation with an account of kind SYSTEM_REPRESENTATIVE';
  for (const organisationId of [world.recOwner.organisationId, '999999']) {
    expect(await asked(world.owner, inputOf(large, organisationId))).toEqual([
      'BAD_USER_INPUT',
      { organisationId, expected },
    ]);
  }
});

test('above the limit a bound system is given to a DAS provider alone, approved on that very day', async () => {
  const provider = await makeParty(api, 'For a while', ['SYSTEM_REPRESENTATIVE']);
  const { organisationId } = provider;
  await api.does('approveDasProvider', { organisationId, approvedOn: '2024-06-01', reason: 'test' });
  await api.does('revokeDasProvider', { organisationId, revokedOn: '2024-07-01', reason: 'test' });
  const refused = (on: string) => [
    'AUTOMATED_REPORTING_REQUIRED',
    {
      ptsId: large,
      capacityKw: '10.001',
      on,
      expected: 'an organisation that is an approved DAS provider on that day',
    },
  ];
  const codes = [];
  for (const fromOn of ['2024-05-31', '2024-07-01']) {
    codes.push(await asked(world.owner, inputOf(large, organisationId, { fromOn })));
  }
  expect(codes).toEqual([refused('2024-05-31'), refused('2024-07-01')]);
  expect(await asked(world.owner, inputOf(large, world.other.organisationId))).toEqual(refused('2024-05-15'));
  expect(await asked(world.owner, inputOf(large, organisationId, { fromOn: '2024-06-30' }))).toBeNull();
});

test('at the limit, and above it when nothing binds the system, anybody may report', async () => {
  const small = await makeHeld(api, world, { capacityKw: '10' });
  const free = await makeHeld(api, world, { capacityKw: '500', srec: false });
  for (const ptsId of [small, free]) {
    expect(await asked(world.owner, inputOf(ptsId, world.other.organisationId))).toBeNull();
  }
});

test('the requirements are checked again on approval: the request stays as it was', async () => {
  const ptsId = await makeHeld(api, world, { capacityKw: '25', srec: false });
  const input = inputOf(ptsId, world.other.organisationId);
  const { requestId } = await asks(api, world.recOwner, 'requestReporterChange', input);
  await api.database.query('update system set massachusetts_funded = true where pts_id = $1', [ptsId]);
  expect((await approve(api, requestId))?.[0]).toBe('AUTOMATED_REPORTING_REQUIRED');
  expect(await stateOf(api, requestId)).toEqual({ state: 'SUBMITTED', steps: ['SUBMITTED'] });
  expect(await rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE')).toHaveLength(1);
});

test('who asked must still be what it was when staff approves', async () => {
  const ptsId = await makeHeld(api, world);
  const input = inputOf(ptsId, world.other.organisationId);
  const { requestId } = await asks(api, world.owner, 'requestReporterChange', input);
  const end = { ptsId, role: 'SYSTEM_OWNER', untilOn: '2024-05-10', reason: 'moved away' };
  await api.does('endRole', end);
  const { organisationId } = world.owner;
  expect(await approve(api, requestId)).toEqual(['CONFLICT', { requestId, askedAs: 'SYSTEM_OWNER', organisationId }]);
});

test('days that make no sense are refused with the days that do', async () => {
  const bounds = { earliest: '2016-01-01', latest: '2025-05-11' };
  for (const fromOn of ['2015-12-31', '2025-05-12']) {
    const refusal = await asked(world.owner, inputOf(large, world.provider.organisationId, { fromOn, ...draft }));
    expect(refusal).toEqual(['BAD_USER_INPUT', { field: 'fromOn', value: fromOn, ...bounds }]);
  }
  const last = inputOf(large, world.provider.organisationId, { fromOn: bounds.latest, ...draft });
  expect(await asked(world.owner, last)).toBeNull();
});

test('who reports already, and a day before a later appointment, are conflicts', async () => {
  const ptsId = await makeHeld(api, world);
  const { organisationId } = world.representative;
  const role = 'SYSTEM_REPRESENTATIVE';
  const same = inputOf(ptsId, organisationId);
  expect(await asked(world.owner, same)).toEqual(['CONFLICT', { role, fromOn: '2024-05-15', organisationId }]);
  const early = inputOf(ptsId, world.other.organisationId, { fromOn: '2023-12-01' });
  expect(await asked(world.owner, early)).toEqual(['CONFLICT', { role, fromOn: '2023-12-01', held: '2023-12-01' }]);
});

test('one request of the kind is in progress for a system, of whomever', async () => {
  const ptsId = await makeHeld(api, world);
  const input = inputOf(ptsId, world.other.organisationId);
  await asks(api, world.owner, 'requestReporterChange', input);
  expect(await asked(world.recOwner, input)).toEqual(['REQUEST_IN_PROGRESS', { kind: 'REPORTER_CHANGE' }]);
  expect(await asked(world.recOwner, { ...input, ...draft })).toBeNull();
});

test("another's document and none are one answer", async () => {
  const ptsId = await makeHeld(api, world);
  const foreign = (await contractOf(api, world.stranger)).documentId;
  for (const documentId of [foreign, '999999']) {
    const evidence = [{ documentId, purpose: 'OTHER' }];
    const input = inputOf(ptsId, world.other.organisationId, { evidence });
    expect(await asked(world.owner, input)).toEqual(['NOT_FOUND', { documentId }]);
  }
});

test('a draft is changed and submitted by its own organisation; nobody else knows of it', async () => {
  const ptsId = await makeHeld(api, world);
  const input = inputOf(ptsId, world.other.organisationId, draft);
  const { requestId: draftId, state } = await asks(api, world.owner, 'requestReporterChange', input);
  expect(state).toBe('DRAFT');
  const unknown = ['NOT_FOUND', { requestId: draftId }];
  expect(await approve(api, draftId)).toEqual(unknown);
  expect(await asked(world.recOwner, { ...input, draftId })).toEqual(unknown);
  const submitted = inputOf(ptsId, world.provider.organisationId, { draftId });
  expect(await asks(api, world.owner, 'requestReporterChange', submitted)).toMatchObject({
    requestId: draftId,
    state: 'SUBMITTED',
  });
  expect(await asked(world.owner, { ...submitted, submit: false })).toEqual([
    'REQUEST_NOT_OPEN',
    { requestId: draftId, state: 'SUBMITTED' },
  ]);
  expect(await approve(api, draftId)).toBeNull();
  expect((await rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE')).at(-1)).toBe(
    `${world.provider.organisationId} 2024-05-15 on`,
  );
  expect(await stateOf(api, draftId)).toEqual({ state: 'APPROVED', steps: ['DRAFTED', 'SUBMITTED', 'APPROVED'] });
});
