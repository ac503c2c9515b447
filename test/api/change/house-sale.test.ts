import type { Api } from '../support/api.js';
import {
  approve,
  asks,
  type ChangeWorld,
  closeQuarter,
  contractOf,
  makeHeld,
  refusalOf,
  reports,
  rolesOf,
  sees,
  stateOf,
  verify,
} from '../support/changes.js';
import { startWithChanges } from '../support/start-with.js';
import { makeParty, type Party, setClock } from '../support/world.js';

let api: Api;
let world: ChangeWorld;
/** The same world, in which the owner of a house holds the certificate rights too. */
let sellers: ChangeWorld;
let signed: { documentId: string; purpose: string };
beforeAll(async () => {
  ({ api, world } = await startWithChanges());
  signed = await contractOf(api, world.owner);
  sellers = { ...world, recOwner: world.owner };
});
afterAll(() => api.stop());

const carla = { name: 'Carla', email: 'carla@example.org', organisationKind: 'PERSON' };
const inputOf = (ptsId: string, more: object = {}) => ({
  ptsId,
  buyer: carla,
  soldOn: '2024-05-20',
  recOwner: 'BUYER',
  reporter: { who: 'BUYER' },
  reason: 'sold',
  evidence: [signed],
  ...more,
});
const asked = async (by: Pick<Party, 'token'>, input: object) =>
  refusalOf(await api.mutate(by.token, 'requestHouseSale', input));

/** A credential of the account that was opened for an address. */
async function letIn(email: string): Promise<Party> {
  const { rows } = await api.database.query('select id, organisation_id, kinds from account where email = $1', [email]);
  const [{ id, organisation_id: organisationId, kinds }] = rows;
  expect(kinds).toEqual(['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE']);
  const { secret } = await api.does('createApiCredential', { accountId: id, label: 'first' });
  return { accountId: id, organisationId, token: String(secret) };
}

test('a house is sold: who sees the system, and who reports for it, before and after', async () => {
  const ptsId = await makeHeld(api, world);
  const { requestId, state } = await api.does('requestHouseSale', inputOf(ptsId));
  expect(state).toBe('SUBMITTED');
  expect(await approve(api, requestId)).toEqual(['VERIFICATION_REQUIRED', { requestId }]);
  expect(await verify(api, world, requestId)).toBeNull();
  expect(await approve(api, requestId)).toBeNull();
  expect(await stateOf(api, requestId)).toEqual({ state: 'APPROVED', steps: ['SUBMITTED', 'VERIFIED', 'APPROVED'] });

  const buyer = await letIn(carla.email);
  const ends = { SYSTEM_OWNER: '2024-05-20', REC_OWNER: '2024-06-01', SYSTEM_REPRESENTATIVE: '2024-05-20' };
  const holders = {
    SYSTEM_OWNER: world.owner,
    REC_OWNER: world.recOwner,
    SYSTEM_REPRESENTATIVE: world.representative,
  };
  for (const [role, day] of Object.entries(ends)) {
    const before = holders[role as keyof typeof holders].organisationId;
    expect([role, await rolesOf(api, ptsId, role)]).toEqual([
      role,
      [`${before} 2023-12-01 ${day}`, `${buyer.organisationId} ${day} on`],
    ]);
  }

  const parties = [world.owner, world.recOwner, world.representative, buyer];
  const seeing = async () => Promise.all(parties.map(party => sees(api, party, ptsId)));
  await setClock(api, '2024-05-19T15:00:00Z');
  expect(await seeing()).toEqual([true, true, true, false]);
  await setClock(api, '2024-05-20T15:00:00Z');
  expect(await seeing()).toEqual([false, true, false, true]);
  await setClock(api, '2024-05-31T15:00:00Z');
  expect(await seeing()).toEqual([false, true, false, true]);
  const read = [ptsId, '2024-05-31T14:00:00Z', '120'] as const;
  expect(await reports(api, world.representative, ...read)).toBe('NOT_REPRESENTED');
  expect(await reports(api, buyer, ...read)).toBe('ACCEPTED');
  await setClock(api, '2024-06-01T15:00:00Z');
  expect(await seeing()).toEqual([false, false, false, true]);
  await setClock(api, '2024-05-10T15:00:00Z');
});

test('before the sale who reports goes on reporting, although the sale is approved', async () => {
  const ptsId = await makeHeld(api, sellers, { srec: false });
  const input = inputOf(ptsId, { soldOn: '2024-06-03' });
  const { requestId } = await asks(api, world.owner, 'requestHouseSale', input);
  expect(await approve(api, requestId)).toBeNull();
  await setClock(api, '2024-05-31T15:00:00Z');
  expect(await reports(api, world.representative, ptsId, '2024-05-31T14:00:00Z', '120')).toBe('ACCEPTED');
  await setClock(api, '2024-05-10T15:00:00Z');
});

test('rights that another organisation holds are not sold with the house; staff may ask for it, and they may stay', async () => {
  const ptsId = await makeHeld(api, world);
  const forbidden = ['FORBIDDEN', { ptsId, role: 'REC_OWNER' }];
  expect(await asked(world.owner, inputOf(ptsId))).toEqual(forbidden);
  const evidence = [await contractOf(api, world.owner)];
  const transfer = { ptsId, to: carla, effectiveMonth: '2024-07', reason: 'mine', evidence };
  expect(refusalOf(await api.mutate(world.owner.token, 'requestRecTransfer', transfer))).toEqual(forbidden);
  expect(await asked(world.owner, inputOf(ptsId, { recOwner: 'KEEP' }))).toBeNull();
  expect(await asked({ token: api.staff }, inputOf(await makeHeld(api, world)))).toBeNull();
});

test('what is kept stays, and needs no verification', async () => {
  const ptsId = await makeHeld(api, sellers);
  const kept = inputOf(ptsId, { recOwner: 'KEEP', reporter: { who: 'KEEP' } });
  const { requestId } = await asks(api, world.owner, 'requestHouseSale', kept);
  const nothing = ['BAD_USER_INPUT', { field: 'requestId', kind: 'HOUSE_SALE' }];
  expect(await verify(api, world, requestId)).toEqual(nothing);
  expect(await approve(api, requestId)).toBeNull();
  expect(await rolesOf(api, ptsId, 'SYSTEM_OWNER')).toHaveLength(2);
  expect(await rolesOf(api, ptsId, 'REC_OWNER')).toHaveLength(1);
  expect(await rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE')).toHaveLength(1);
});

test('the reporter may be a third, who is named with OTHER and only then', async () => {
  const ptsId = await makeHeld(api, sellers, { srec: false });
  const { organisationId } = world.other;
  for (const reporter of [{ who: 'OTHER' }, { who: 'BUYER', organisationId }, { who: 'KEEP', organisationId }]) {
    expect(await asked(world.owner, inputOf(ptsId, { reporter }))).toEqual([
      'BAD_USER_INPUT',
      { field: 'reporter.organisationId', who: reporter.who },
    ]);
  }
  const third = inputOf(ptsId, { reporter: { who: 'OTHER', organisationId } });
  const { requestId } = await asks(api, world.owner, 'requestHouseSale', third);
  expect(await approve(api, requestId)).toBeNull();
  expect((await rolesOf(api, ptsId, 'SYSTEM_REPRESENTATIVE')).at(-1)).toBe(`${organisationId} 2024-05-20 on`);
});

test('the buyer of a large bound system does not report by hand; a DAS provider may', async () => {
  const ptsId = await makeHeld(api, sellers, { capacityKw: '11' });
  expect((await asked(world.owner, inputOf(ptsId)))?.[0]).toBe('AUTOMATED_REPORTING_REQUIRED');
  const { organisationId } = world.provider;
  expect(await asked(world.owner, inputOf(ptsId, { reporter: { who: 'OTHER', organisationId } }))).toBeNull();
});

test('the buyer who is to report but whose organisation cannot is refused at once', async () => {
  const ptsId = await makeHeld(api, sellers);
  const { organisationId } = await makeParty(api, 'Buyer', ['SYSTEM_OWNER']);
  const refusal = await asked(world.owner, inputOf(ptsId, { buyer: { organisationId } }));
  expect(refusal?.[0]).toBe('BAD_USER_INPUT');
});

test('the system owner alone asks, and staff on behalf', async () => {
  const ptsId = await makeHeld(api, world);
  const kinds = ['SYSTEM_OWNER', 'STAFF'];
  for (const by of [world.recOwner, world.representative, world.aggregator, world.regulator]) {
    expect(await asked(by, inputOf(ptsId))).toEqual(['FORBIDDEN', { kinds }]);
  }
  expect(await asked(world.stranger, inputOf(ptsId))).toEqual(['NOT_FOUND', { ptsId }]);
  expect(await asked({ token: api.staff }, inputOf(ptsId))).toBeNull();
});

test('an owner of rights whose account is of every kind does not sell the house', async () => {
  const ptsId = await makeHeld(api, sellers);
  await api.does('appoint', {
    ptsId,
    role: 'REC_OWNER',
    organisationId: world.stranger.organisationId,
    fromOn: '2024-05-01',
    evidence: 'contract',
    reason: 'test',
  });
  expect(await asked(world.stranger, inputOf(ptsId))).toEqual(['FORBIDDEN', { ptsId, askers: ['SYSTEM_OWNER'] }]);
});

test('it takes a signed contract, and days that make sense', async () => {
  const ptsId = await makeHeld(api, sellers);
  const missing = ['EVIDENCE_REQUIRED', { purpose: 'SIGNED_CONTRACT' }];
  expect(await asked(world.owner, inputOf(ptsId, { evidence: [] }))).toEqual(missing);
  const foreign = await contractOf(api, world.recOwner);
  const { documentId } = foreign;
  expect(await asked(world.owner, inputOf(ptsId, { evidence: [foreign] }))).toEqual(['NOT_FOUND', { documentId }]);
  for (const soldOn of ['2015-12-31', '2025-05-12']) {
    const refusal = await asked(world.owner, inputOf(ptsId, { soldOn }));
    expect(refusal).toMatchObject(['BAD_USER_INPUT', { field: 'soldOn', value: soldOn }]);
  }
});

test('who sold it once cannot sell it again', async () => {
  const ptsId = await makeHeld(api, sellers, { srec: false });
  const sold = inputOf(ptsId, { soldOn: '2024-05-10' });
  const { requestId } = await asks(api, world.owner, 'requestHouseSale', sold);
  expect(await asked(world.owner, inputOf(ptsId))).toEqual(['REQUEST_IN_PROGRESS', { kind: 'HOUSE_SALE' }]);
  expect(await approve(api, requestId)).toBeNull();
  expect(await asked(world.owner, inputOf(ptsId))).toEqual(['NOT_FOUND', { ptsId }]);
});

test('rights do not move in a month that was reported; owner and reporter do', async () => {
  const ptsId = await makeHeld(api, sellers, { srec: false });
  await closeQuarter(api, '2024-Q1');
  const january = { soldOn: '2024-01-31' };
  const closed = ['MONTH_ALREADY_ISSUED', { fromMonth: '2024-02', issuedQuarter: '2024-Q1' }];
  expect(await asked(world.owner, inputOf(ptsId, january))).toEqual(closed);
  expect(await asked(world.owner, inputOf(ptsId, { ...january, recOwner: 'KEEP', submit: true }))).toBeNull();
  const march = inputOf(await makePlain(), { soldOn: '2024-03-31' });
  expect(await asked(world.owner, march)).toBeNull();
});

/** A system of the owner in no asset: no asset is joined in a quarter that was reported. */
async function makePlain(): Promise<string> {
  const system = { name: 'Plain', technology: 'SOLAR_PV', capacityKw: '5', town: 'Boston' };
  const { ptsId } = await api.does('registerSystem', system);
  const { organisationId } = world.owner;
  const role = { ptsId, organisationId, fromOn: '2023-12-01', evidence: 'contract', reason: 'test' };
  await api.does('appoint', { ...role, role: 'SYSTEM_OWNER' });
  return String(ptsId);
}
