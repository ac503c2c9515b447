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
import { makeAsset, makeParty, type Party, setClock } from '../support/world.js';

let api: Api;
let world: ChangeWorld;
let newcomer: Party;
let gisId: string;
let gisAccountId: string;
let signed: { documentId: string; purpose: string };
beforeAll(async () => {
  ({ api, world } = await startWithChanges());
  newcomer = await makeParty(api, 'Newcomer', ['REC_OWNER']);
  ({ gisId, gisAccountId } = await makeAsset(api, newcomer));
  signed = await contractOf(api, newcomer);
});
afterAll(() => api.stop());

const inputOf = (ptsId: string, more: object = {}) => ({
  ptsId,
  zip: '02110',
  capacityKw: '5.000',
  gisId,
  effectiveMonth: '2024-07',
  reason: 'signed with us',
  evidence: [signed],
  ...more,
});
const answer = (by: Pick<Party, 'token'>, input: object) => api.mutate(by.token, 'requestGisHolderChange', input);
const asked = async (by: Pick<Party, 'token'>, input: object) => refusalOf(await answer(by, input));
const assetsOf = async (ptsId: string) =>
  (
    await api.database.query<{ text: string }>(
      `select concat_ws(' ', a.gis_id, m.from_month, coalesce(m.until_month::text, 'on'), m.end_reason) as text
       from gis_asset_membership m join gis_asset a on a.id = m.asset_id join system s on s.id = m.system_id
       where s.pts_id = $1 order by m.from_month`,
      [ptsId],
    )
  ).rows.map(row => row.text);

test('an aggregator asks for a system that it does not see; when staff asks with the rights, they go with it', async () => {
  const ptsId = await makeHeld(api, world);
  expect(await sees(api, newcomer, ptsId)).toBe(false);
  const recOwner = { organisationId: newcomer.organisationId };
  expect(await asked(newcomer, inputOf(ptsId, { recOwner }))).toEqual(['FORBIDDEN', { ptsId, role: 'REC_OWNER' }]);
  const { requestId, state } = await api.does('requestGisHolderChange', inputOf(ptsId, { recOwner }));
  expect(state).toBe('SUBMITTED');
  expect(await sees(api, newcomer, ptsId)).toBe(false);
  expect(await approve(api, requestId)).toEqual(['VERIFICATION_REQUIRED', { requestId }]);
  expect(await verify(api, world, requestId)).toBeNull();
  expect(await approve(api, requestId)).toBeNull();
  expect(await assetsOf(ptsId)).toEqual([`${world.gisId} 2024-01-01 2024-07-01`, `${gisId} 2024-07-01 on`]);
  expect(await rolesOf(api, ptsId, 'REC_OWNER')).toEqual([
    `${world.recOwner.organisationId} 2023-12-01 2024-07-01`,
    `${newcomer.organisationId} 2024-07-01 on`,
  ]);
  const both = async () => [await sees(api, world.aggregator, ptsId), await sees(api, newcomer, ptsId)];
  await setClock(api, '2024-06-30T15:00:00Z');
  expect(await both()).toEqual([true, false]);
  await setClock(api, '2024-07-01T15:00:00Z');
  expect(await both()).toEqual([false, true]);
  await setClock(api, '2024-05-10T15:00:00Z');
});

test('without a new holder the rights stay; the regulator verifies it all the same, of an SREC system', async () => {
  const plain = await makeHeld(api, world, { srec: false });
  const unverified = await asks(api, newcomer, 'requestGisHolderChange', inputOf(plain));
  const nothing = ['BAD_USER_INPUT', { field: 'requestId', kind: 'GIS_HOLDER_CHANGE' }];
  expect(await verify(api, world, unverified.requestId)).toEqual(nothing);
  expect(await approve(api, unverified.requestId)).toBeNull();
  const ptsId = await makeHeld(api, world);
  const { requestId } = await asks(api, newcomer, 'requestGisHolderChange', inputOf(ptsId));
  const question = `{ request(id: "${requestId}") { change { needsVerification } } }`;
  expect((await api.ask(api.staff, question)).data).toEqual({ request: { change: { needsVerification: true } } });
  expect(await approve(api, requestId)).toEqual(['VERIFICATION_REQUIRED', { requestId }]);
  expect(await verify(api, world, requestId)).toBeNull();
  expect(await approve(api, requestId)).toBeNull();
  expect(await rolesOf(api, ptsId, 'REC_OWNER')).toEqual([`${world.recOwner.organisationId} 2023-12-01 on`]);
});

test('rights that are to be with who holds them stay without a new appointment: the aggregator cannot know', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  const recOwner = { organisationId: world.recOwner.organisationId };
  const { requestId } = await asks(api, newcomer, 'requestGisHolderChange', inputOf(ptsId, { recOwner }));
  expect(await approve(api, requestId)).toBeNull();
  expect(await rolesOf(api, ptsId, 'REC_OWNER')).toEqual([`${world.recOwner.organisationId} 2023-12-01 on`]);
  expect(await assetsOf(ptsId)).toHaveLength(2);
});

test('rights that the aggregator holds move; those of another do not, be it named by its id or by an address', async () => {
  const ptsId = await makeHeld(api, { ...world, recOwner: newcomer }, { srec: false });
  const to = { organisationId: world.stranger.organisationId };
  const { requestId } = await asks(api, newcomer, 'requestGisHolderChange', inputOf(ptsId, { recOwner: to }));
  expect(await approve(api, requestId)).toBeNull();
  expect((await rolesOf(api, ptsId, 'REC_OWNER')).at(-1)).toBe(`${to.organisationId} 2024-07-01 on`);
  const theirs = await makeHeld(api, world, { srec: false });
  const forbidden = ['FORBIDDEN', { ptsId: theirs, role: 'REC_OWNER' }];
  const named = { name: 'Rights', email: 'Rights@example.org', organisationKind: 'COMPANY' };
  for (const recOwner of [to, named]) expect(await asked(newcomer, inputOf(theirs, { recOwner }))).toEqual(forbidden);
});

test('whatever does not match, the answer is that of no system', async () => {
  const ptsId = await makeHeld(api, world);
  const wrong = [
    inputOf(ptsId, { zip: '02111' }),
    inputOf(ptsId, { capacityKw: '5.001' }),
    inputOf(ptsId, { zip: '02111', capacityKw: '6' }),
    inputOf('PTS-PV2016-1'),
  ];
  for (const input of wrong) {
    const { errors } = await answer(newcomer, input);
    const named = { message: errors[0]?.message, extensions: errors[0]?.extensions };
    expect(named).toEqual({
      message: `There is no system ${input.ptsId} with this ZIP code and capacity.`,
      extensions: { code: 'NOT_FOUND', help: expect.any(String), facts: { ptsId: input.ptsId } },
    });
  }
});

test('an asset that is not its own in that month is no asset', async () => {
  const ptsId = await makeHeld(api, world);
  const none = (asset: string, effectiveMonth = '2024-07') => ['NOT_FOUND', { gisId: asset, effectiveMonth }];
  expect(await asked(newcomer, inputOf(ptsId, { gisId: world.gisId }))).toEqual(none(world.gisId));
  expect(await asked(newcomer, inputOf(ptsId, { gisId: 'NON1' }))).toEqual(none('NON1'));
  const early = inputOf(ptsId, { effectiveMonth: '2023-12' });
  expect(await asked(newcomer, early)).toEqual(none(gisId, '2023-12'));
});

test('only REC owners and staff ask', async () => {
  const ptsId = await makeHeld(api, world);
  const kinds = ['REC_OWNER', 'STAFF'];
  for (const by of [world.owner, world.representative, world.regulator]) {
    expect(await asked(by, inputOf(ptsId))).toEqual(['FORBIDDEN', { kinds }]);
  }
  expect((await asked(world.recOwner, inputOf(ptsId)))?.[0]).toBe('NOT_FOUND');
  expect(await asked({ token: api.staff }, inputOf(ptsId))).toBeNull();
});

test('it takes the signed agreement, of its own organisation', async () => {
  const ptsId = await makeHeld(api, world);
  const missing = ['EVIDENCE_REQUIRED', { purpose: 'SIGNED_CONTRACT' }];
  expect(await asked(newcomer, inputOf(ptsId, { evidence: [] }))).toEqual(missing);
  const foreign = await contractOf(api, world.owner);
  const stolen = inputOf(ptsId, { evidence: [foreign] });
  expect(await asked(newcomer, stolen)).toEqual(['NOT_FOUND', { documentId: foreign.documentId }]);
});

test('one in progress for a system, of whichever aggregator', async () => {
  const ptsId = await makeHeld(api, world);
  await asks(api, newcomer, 'requestGisHolderChange', inputOf(ptsId));
  const other = await makeAsset(api, world.aggregator);
  const mine = inputOf(ptsId, { gisId: other.gisId, evidence: [await contractOf(api, world.aggregator)] });
  expect(await asked(world.aggregator, mine)).toEqual(['REQUEST_IN_PROGRESS', { kind: 'GIS_HOLDER_CHANGE' }]);
});

test('a system that is in the asset already is a conflict when it is asked for, and when it is approved', async () => {
  const ptsId = await makeHeld(api, world, { srec: false });
  const mine = inputOf(ptsId, { gisId: world.gisId, evidence: [await contractOf(api, world.aggregator)] });
  const facts = { ptsId, gisId: world.gisId, fromMonth: '2024-07' };
  expect(await asked(world.aggregator, mine)).toEqual(['CONFLICT', facts]);
  const { requestId } = await asks(api, newcomer, 'requestGisHolderChange', inputOf(ptsId));
  await api.does('joinGisAsset', { ptsId, gisId, fromMonth: '2024-06', reason: 'test' });
  expect(await approve(api, requestId)).toEqual(['CONFLICT', { ...facts, gisId }]);
  expect(await assetsOf(ptsId)).toEqual([`${world.gisId} 2024-01-01 2024-06-01`, `${gisId} 2024-06-01 on`]);
});

test('an approval while the asset goes to another account: one after the other, and the asset is of whoever comes last', async () => {
  for (let round = 0; round < 3; round += 1) {
    const ptsId = await makeHeld(api, world, { srec: false });
    const own = await makeAsset(api, newcomer);
    const elsewhere = await makeAsset(api, world.stranger);
    const { requestId } = await asks(api, newcomer, 'requestGisHolderChange', inputOf(ptsId, { gisId: own.gisId }));
    const assignment = { gisId: own.gisId, gisAccountId: elsewhere.gisAccountId, fromMonth: '2024-06', reason: 'test' };
    const [approval, assigned] = await Promise.all([
      approve(api, requestId),
      api.mutate(api.staff, 'assignGisAsset', assignment).then(refusalOf),
    ]);
    expect(assigned).toBeNull();
    expect([approval?.[0] ?? 'done', (await assetsOf(ptsId)).length]).toEqual(approval ? ['CONFLICT', 1] : ['done', 2]);
  }
});

test('who asked and whose asset it is no longer, and a month that was reported meanwhile, are found on approval', async () => {
  const first = await makeHeld(api, world, { srec: false });
  const second = await makeHeld(api, world, { srec: false });
  const lost = await makeAsset(api, newcomer);
  const { requestId } = await asks(api, newcomer, 'requestGisHolderChange', inputOf(first, { gisId: lost.gisId }));
  const { gisAccountId: elsewhere } = await makeAsset(api, world.stranger);
  const assigned = { gisId: lost.gisId, gisAccountId: elsewhere, fromMonth: '2024-06', reason: 'test' };
  await api.does('assignGisAsset', assigned);
  const { organisationId } = newcomer;
  const askedAs = 'GIS_ACCOUNT_HOLDER';
  expect(await approve(api, requestId)).toEqual(['CONFLICT', { requestId, askedAs, organisationId }]);
  expect(gisAccountId).not.toBe(elsewhere);

  const april = inputOf(second, { effectiveMonth: '2024-04' });
  const late = await asks(api, newcomer, 'requestGisHolderChange', april);
  await closeQuarter(api, '2024-Q2');
  const closed = ['MONTH_ALREADY_ISSUED', { fromMonth: '2024-04', issuedQuarter: '2024-Q2' }];
  expect(await approve(api, late.requestId)).toEqual(closed);
  expect(await stateOf(api, late.requestId)).toEqual({ state: 'SUBMITTED', steps: ['SUBMITTED'] });
  const third = await makeHeldLater();
  expect(await asked(newcomer, inputOf(third, { effectiveMonth: '2024-06' }))).toEqual([
    'MONTH_ALREADY_ISSUED',
    { fromMonth: '2024-06', issuedQuarter: '2024-Q2' },
  ]);
});

/** A system in no asset, registered when quarters are closed. */
async function makeHeldLater(): Promise<string> {
  const system = { name: 'Late', technology: 'SOLAR_PV', capacityKw: '5', town: 'Boston', zip: '02110' };
  return String((await api.does('registerSystem', system)).ptsId);
}
