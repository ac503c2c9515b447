import type { Api } from '../support/api.js';
import {
  approve,
  asks,
  type ChangeWorld,
  closeQuarter,
  contractOf,
  makeHeld,
  refusalOf,
  rolesOf,
  sees,
  stateOf,
  verify,
} from '../support/changes.js';
import { startWithChanges } from '../support/start-with.js';
import { makeParty, type Party, setClock } from '../support/world.js';

let api: Api;
let world: ChangeWorld;
let signed: { documentId: string; purpose: string };
beforeAll(async () => {
  ({ api, world } = await startWithChanges());
  signed = await contractOf(api, world.recOwner);
});
afterAll(() => api.stop());

const ann = { name: 'Ann', email: 'ann@example.org', organisationKind: 'PERSON' };
const inputOf = (ptsId: string, to: object, more: object = {}) => ({
  ptsId,
  to,
  effectiveMonth: '2024-07',
  reason: 'sold',
  evidence: [signed],
  ...more,
});
const asked = async (by: Pick<Party, 'token'>, input: object) =>
  refusalOf(await api.mutate(by.token, 'requestRecTransfer', input));
const organisationOf = async (email: string) =>
  (
    await api.database.query(
      `select o.id, o.name, o.kind, a.name as account, a.kinds from account a join organisation o on o.id = a.organisation_id
       where a.email = $1`,
      [email],
    )
  ).rows;

test('the rights of an SREC system go to a party that is not on record: asked, verified, approved', async () => {
  const ptsId = await makeHeld(api, world);
  const { requestId, state } = await asks(api, world.recOwner, 'requestRecTransfer', inputOf(ptsId, ann));
  expect(state).toBe('SUBMITTED');
  expect(await organisationOf(ann.email)).toEqual([]);
  expect(await approve(api, requestId)).toEqual(['VERIFICATION_REQUIRED', { requestId }]);
  for (const by of [api.staff, world.recOwner.token, world.owner.token]) {
    const answer = await api.mutate(by, 'verifyRecTransfer', { requestId, reason: 'mine' });
    expect(refusalOf(answer)).toEqual(['FORBIDDEN', { kinds: ['REGULATOR'] }]);
  }
  expect(await verify(api, world, requestId)).toBeNull();
  expect(await verify(api, world, requestId)).toEqual([
    'CONFLICT',
    { requestId, verifiedAt: expect.stringMatching(/^2024-05-10T15:/) },
  ]);
  expect(await approve(api, requestId)).toBeNull();
  expect(await stateOf(api, requestId)).toEqual({ state: 'APPROVED', steps: ['SUBMITTED', 'VERIFIED', 'APPROVED'] });
  const [made] = await organisationOf(ann.email);
  expect(made).toMatchObject({ name: 'Ann', kind: 'PERSON', account: 'Ann', kinds: ['REC_OWNER'] });
  expect(await rolesOf(api, ptsId, 'REC_OWNER')).toEqual([
    `${world.recOwner.organisationId} 2023-12-01 2024-07-01`,
    `${made.id} 2024-07-01 on`,
  ]);
  expect((await verify(api, world, requestId))?.[0]).toBe('REQUEST_NOT_OPEN');
});

test('who held the rights sees the system until the month begins, who holds them from then on', async () => {
  const ptsId = await makeHeld(api, world);
  const buyer = await makeParty(api, 'Buyer', ['REC_OWNER']);
  const input = inputOf(ptsId, { organisationId: buyer.organisationId });
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', input);
  expect(await verify(api, world, requestId)).toBeNull();
  expect(await approve(api, requestId)).toBeNull();
  const both = async () => [await sees(api, world.recOwner, ptsId), await sees(api, buyer, ptsId)];
  expect(await both()).toEqual([true, false]);
  await setClock(api, '2024-06-30T15:00:00Z');
  expect(await both()).toEqual([true, false]);
  await setClock(api, '2024-07-01T15:00:00Z');
  expect(await both()).toEqual([false, true]);
  const later = inputOf(ptsId, ann, { effectiveMonth: '2024-09' });
  expect(await asked(world.recOwner, later)).toEqual(['NOT_FOUND', { ptsId }]);
  await setClock(api, '2024-05-10T15:00:00Z');
});

test('an account is matched by its address, in whatever letters, and keeps its name and its party', async () => {
  const { organisationId } = await api.does('createOrganisation', { kind: 'COMPANY', name: 'Bert Inc.' });
  const account = { organisationId, name: 'Bert', email: 'bert@example.org', kinds: ['SYSTEM_OWNER'] };
  await api.does('createAccount', account);
  const ptsId = await makeHeld(api, world, { srec: false });
  const to = { name: 'Somebody else', email: 'Bert@Example.org', organisationKind: 'PERSON' };
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', inputOf(ptsId, to));
  expect(await approve(api, requestId)).toBeNull();
  const kinds = ['SYSTEM_OWNER', 'REC_OWNER'];
  expect(await organisationOf('bert@example.org')).toEqual([
    { id: organisationId, name: 'Bert Inc.', kind: 'COMPANY', account: 'Bert', kinds },
  ]);
  expect(await organisationOf(to.email)).toEqual([]);
  expect((await rolesOf(api, ptsId, 'REC_OWNER')).at(-1)).toBe(`${organisationId} 2024-07-01 on`);
});

test('the rights of a system without SRECs take no verification, and there is nothing to verify', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  const { organisationId } = world.aggregator;
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', inputOf(ptsId, { organisationId }));
  const nothing = ['BAD_USER_INPUT', { field: 'requestId', kind: 'REC_TRANSFER' }];
  expect(await verify(api, world, requestId)).toEqual(nothing);
  expect(await approve(api, requestId)).toBeNull();
});

test('a system that is qualified after the transfer was submitted is verified first', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', inputOf(ptsId, ann));
  await api.does('grantQualification', {
    ptsId,
    sqNumber: 'PV-9999-16',
    program: 'SREC_I',
    effectiveOn: '2016-01-01',
    reason: 'late',
  });
  expect((await approve(api, requestId))?.[0]).toBe('VERIFICATION_REQUIRED');
});

test('the system owner asks too; the account holder of the asset and who reports do not', async () => {
  const ptsId = await makeHeld(api, world);
  const evidence = [await contractOf(api, world.owner)];
  expect(await asked(world.owner, inputOf(ptsId, ann, { evidence, submit: false }))).toBeNull();
  const input = inputOf(ptsId, ann, { evidence: [await contractOf(api, world.aggregator)] });
  expect(await asked(world.aggregator, input)).toEqual(['FORBIDDEN', { ptsId, askers: ['REC_OWNER', 'SYSTEM_OWNER'] }]);
  const kinds = ['SYSTEM_OWNER', 'REC_OWNER', 'STAFF'];
  expect(await asked(world.representative, input)).toEqual(['FORBIDDEN', { kinds }]);
  expect(await asked(world.stranger, input)).toEqual(['NOT_FOUND', { ptsId }]);
});

test('it takes a signed contract of its own organisation; a draft may wait for it', async () => {
  const ptsId = await makeHeld(api, world);
  const missing = ['EVIDENCE_REQUIRED', { purpose: 'SIGNED_CONTRACT' }];
  expect(await asked(world.recOwner, inputOf(ptsId, ann, { evidence: [] }))).toEqual(missing);
  const photo = [{ ...signed, purpose: 'METER_PHOTO' }];
  expect(await asked(world.recOwner, inputOf(ptsId, ann, { evidence: photo }))).toEqual(missing);
  expect(await asked(world.recOwner, inputOf(ptsId, ann, { evidence: [], submit: false }))).toBeNull();
  const foreign = await contractOf(api, world.owner);
  const forged = { ...foreign, documentId: '999999' };
  for (const each of [foreign, forged]) {
    const refusal = await asked(world.recOwner, inputOf(ptsId, ann, { evidence: [each] }));
    expect(refusal).toEqual(['NOT_FOUND', { documentId: each.documentId }]);
  }
  expect(await asked({ token: api.staff }, inputOf(ptsId, ann, { evidence: [foreign] }))).toBeNull();
});

test('a party is an id alone, or name, address and kind', async () => {
  const ptsId = await makeHeld(api, world);
  const { organisationId } = world.aggregator;
  const expected = 'organisationId, or name, email and organisationKind';
  for (const to of [{}, { ...ann, organisationId }, { name: 'Ann', email: 'ann@example.org' }, { ...ann, name: ' ' }]) {
    expect(await asked(world.recOwner, inputOf(ptsId, to))).toEqual(['BAD_USER_INPUT', { field: 'to', expected }]);
  }
  for (const email of ['ann', 'ann@', 'ann@example', 'an n@example.org']) {
    expect(await asked(world.recOwner, inputOf(ptsId, { ...ann, email }))).toEqual([
      'BAD_USER_INPUT',
      { field: 'to.email', value: email },
    ]);
  }
  const nobody = inputOf(ptsId, { organisationId: '999999' });
  expect(await asked(world.recOwner, nobody)).toEqual(['NOT_FOUND', { organisationId: '999999' }]);
});

test('who holds the rights already, and a month before a later appointment, are conflicts', async () => {
  const ptsId = await makeHeld(api, world);
  const { organisationId } = world.recOwner;
  const same = { role: 'REC_OWNER', fromOn: '2024-07-01', organisationId };
  expect(await asked(world.recOwner, inputOf(ptsId, { organisationId }))).toEqual(['CONFLICT', same]);
  await api.does('appoint', {
    ptsId,
    role: 'REC_OWNER',
    organisationId: world.stranger.organisationId,
    fromOn: '2024-08-01',
    evidence: 'contract',
    reason: 'test',
  });
  const held = { role: 'REC_OWNER', fromOn: '2024-07-01', held: '2024-08-01' };
  expect(await asked(world.recOwner, inputOf(ptsId, ann))).toEqual(['CONFLICT', held]);
});

test('who lost the rights after it asked is not the one who may give them away', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', inputOf(ptsId, ann));
  await api.does('endRole', { ptsId, role: 'REC_OWNER', untilOn: '2024-05-01', reason: 'lapsed' });
  const { organisationId } = world.recOwner;
  expect(await approve(api, requestId)).toEqual(['CONFLICT', { requestId, askedAs: 'REC_OWNER', organisationId }]);
  expect(await stateOf(api, requestId)).toEqual({ state: 'SUBMITTED', steps: ['SUBMITTED'] });
});

test('the address of staff is no party, and nothing is kept of an approval that fails', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  const { organisationId } = await api.does('createOrganisation', { kind: 'PUBLIC_BODY', name: 'MassCEC' });
  await api.does('createAccount', { organisationId, name: 'Clerk', email: 'clerk@example.org', kinds: ['STAFF'] });
  const to = { ...ann, email: 'clerk@example.org' };
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', inputOf(ptsId, to));
  expect((await approve(api, requestId))?.[0]).toBe('CONFLICT');
  expect(await rolesOf(api, ptsId, 'REC_OWNER')).toEqual([`${world.recOwner.organisationId} 2023-12-01 on`]);
});

test('months that make no sense are refused', async () => {
  const ptsId = await makeHeld(api, world);
  for (const effectiveMonth of ['2015-12', '2025-06']) {
    expect(await asked(world.recOwner, inputOf(ptsId, ann, { effectiveMonth }))).toEqual([
      'BAD_USER_INPUT',
      { field: 'effectiveMonth', value: effectiveMonth, earliest: '2016-01-01', latest: '2025-05-11' },
    ]);
  }
});

test('months that were reported are closed, when it is asked and when it is approved', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  await closeQuarter(api, '2024-Q1');
  const closed = inputOf(ptsId, ann, { effectiveMonth: '2024-03' });
  const facts = (fromMonth: string, issuedQuarter: string) => ['MONTH_ALREADY_ISSUED', { fromMonth, issuedQuarter }];
  expect(await asked(world.recOwner, closed)).toEqual(facts('2024-03', '2024-Q1'));
  const open = inputOf(ptsId, ann, { effectiveMonth: '2024-04' });
  const { requestId } = await asks(api, world.recOwner, 'requestRecTransfer', open);
  await closeQuarter(api, '2024-Q2');
  expect(await approve(api, requestId)).toEqual(facts('2024-04', '2024-Q2'));
});
