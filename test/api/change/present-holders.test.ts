import type { Api } from '../support/api.js';
import { dataOf, type Json } from '../support/ask.js';
import {
  approve,
  asks,
  type ChangeWorld,
  contractOf,
  makeHeld,
  refusalOf,
  rolesOf,
  stateOf,
  verify,
} from '../support/changes.js';
import { startWithChanges } from '../support/start-with.js';
import { makeAccount, makeAsset, makeParty, type Party } from '../support/world.js';

/*
 * Who holds a system today sees what others ask for about it, and may object; and what was verified is approved as it was verified.
 */

let api: Api;
let world: ChangeWorld;
let newcomer: Party;
let gisId: string;
beforeAll(async () => {
  ({ api, world } = await startWithChanges());
  newcomer = await makeParty(api, 'Newcomer', ['REC_OWNER']);
  ({ gisId } = await makeAsset(api, newcomer));
});
afterAll(() => api.stop());

const reason = 'test';
const june = { fromOn: '2024-06-01', reason };
const takeOver = async (ptsId: string, more: object = {}) =>
  (
    await asks(api, newcomer, 'requestGisHolderChange', {
      ...{ ptsId, zip: '02110', capacityKw: '5', gisId, effectiveMonth: '2024-07', reason },
      ...{ evidence: [await contractOf(api, newcomer)], ...more },
    })
  ).requestId;
const reporterChange = async (by: Party, ptsId: string, more: object = {}) => {
  const representative = { organisationId: world.other.organisationId };
  return (await asks(api, by, 'requestReporterChange', { ptsId, representative, ...june, ...more })).requestId;
};
const transfer = async (ptsId: string) => {
  const evidence = [await contractOf(api, world.recOwner)];
  const to = { name: 'Ann', email: 'ann@example.org', organisationKind: 'PERSON' };
  const input = { ptsId, to, effectiveMonth: '2024-07', reason, evidence };
  return (await asks(api, world.recOwner, 'requestRecTransfer', input)).requestId;
};
const seen = async (by: Party, requestId: Json | undefined) => {
  const question = `{ request(id: "${requestId}") {
    kind organisation { name } change { roles { name email } } evidence { purpose document { id } } } }`;
  return dataOf(await api.ask<{ request: { [field: string]: Json } | null }>(by.token, question)).request;
};
const seers = async (requestId: Json | undefined, parties: readonly Party[]) =>
  Promise.all(parties.map(async party => (await seen(party, requestId)) !== null));
const objects = async (by: Pick<Party, 'token'>, requestId: Json | undefined, why = 'not agreed') =>
  refusalOf(await api.mutate(by.token, 'objectToChange', { requestId, reason: why }));
const everybody = () => [world.owner, world.recOwner, world.aggregator, world.representative, world.stranger];

describe('what others ask for about a system', () => {
  test('is seen by its system owner and REC owner once it is submitted, a change of account by the holder of its asset too', async () => {
    const ptsId = await makeHeld(api, world);
    const draft = await takeOver(ptsId, { submit: false });
    expect(await seers(draft, [...everybody(), newcomer])).toEqual([false, false, false, false, false, true]);
    const asked = await takeOver(ptsId);
    expect(await seers(asked, everybody())).toEqual([true, true, true, false, false]);
    const ofOwner = await reporterChange(world.owner, ptsId);
    expect(await seers(ofOwner, everybody())).toEqual([true, true, false, false, false]);
    const list = '{ requests { edges { node { id } } } }';
    const { requests } = dataOf(
      await api.ask<{ requests: { edges: { node: { id: string } }[] } }>(world.recOwner.token, list),
    );
    const ids = requests.edges.map(({ node }) => node.id);
    expect(ids).toEqual(expect.arrayContaining([asked, ofOwner]));
    expect(ids).not.toContain(draft);
  });

  test('shows the name of a party, and neither its address nor the documents of who asked', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await transfer(ptsId);
    const shown = { kind: 'REC_TRANSFER', organisation: { name: 'Rights' } };
    const paper = { purpose: 'SIGNED_CONTRACT', document: null };
    const told = { ...shown, change: { roles: [{ name: 'Ann', email: null }] }, evidence: [paper] };
    expect(await seen(world.owner, requestId)).toEqual(told);
    for (const by of [world.recOwner, world.regulator]) {
      expect(await seen(by, requestId)).toMatchObject({
        change: { roles: [{ name: 'Ann', email: 'ann@example.org' }] },
      });
    }
  });

  test('is not seen by an account of another kind of the organisation, nor by who held it once', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await takeOver(ptsId);
    const clerk = await makeAccount(api, world.recOwner.organisationId, 'Clerk of rights', ['SYSTEM_OWNER']);
    expect(await seers(requestId, [clerk, world.recOwner])).toEqual([false, true]);
    await api.does('endRole', { ptsId, role: 'REC_OWNER', untilOn: '2024-05-01', reason });
    expect(await seers(requestId, [world.recOwner, world.owner])).toEqual([false, true]);
  });

  test('an application for a statement of qualification is seen, one for registration is not', async () => {
    const ptsId = await makeHeld(api, world, { srec: false });
    const draft = { ptsId, program: 'CLASS_I', unit: { interconnectedOn: '2016-01-01' }, reason };
    const { documentId } = await contractOf(api, world.owner);
    const evidence = [{ documentId, purpose: 'AUTHORIZATION_TO_INTERCONNECT' }];
    const input = { ...draft, unit: { ...draft.unit, commercialOperationOn: '2016-01-01' }, evidence };
    const { requestId } = await asks(api, world.owner, 'applyForQualification', input);
    expect(await seers(requestId, everybody())).toEqual([true, true, false, false, false]);
    const { rows } = await api.database.query(
      `insert into request (kind, state, system_id, organisation_id, content, submitted_at, created_at)
       select 'REGISTRATION', 'SUBMITTED', id, $2, '{}', now(), now() from system where pts_id = $1 returning id`,
      [ptsId, world.stranger.organisationId],
    );
    expect(await seers(rows[0]?.id, [world.owner, world.recOwner, world.aggregator])).toEqual([false, false, false]);
  });
});

describe('an objection', () => {
  test.each([
    ['the system owner', () => world.owner],
    ['the REC owner', () => world.recOwner],
    ['the holder of the asset', () => world.aggregator],
  ] as const)('of %s cancels it with the reason, and makes room for another', async (_, by) => {
    const ptsId = await makeHeld(api, world);
    const requestId = await takeOver(ptsId);
    expect(await objects(by(), requestId)).toBeNull();
    expect(await stateOf(api, requestId)).toEqual({ state: 'CANCELLED', steps: ['SUBMITTED', 'CANCELLED'] });
    const question = `{ request(id: "${requestId}") { events { step reason organisation { name } } } }`;
    const { request } = dataOf(await api.ask<{ request: { events: object[] } }>(newcomer.token, question));
    expect(request.events[1]).toMatchObject({ step: 'CANCELLED', reason: 'not agreed' });
    expect(await objects(by(), requestId)).toEqual(['REQUEST_NOT_OPEN', { requestId, state: 'CANCELLED' }]);
    expect(await takeOver(ptsId)).not.toBe(requestId);
  });

  test('is not for who holds nothing in it, for its own request, nor to what is no change', async () => {
    const ptsId = await makeHeld(api, world, { srec: false });
    const requestId = await takeOver(ptsId);
    expect(await objects(world.stranger, requestId)).toEqual(['NOT_FOUND', { requestId }]);
    expect(await objects(newcomer, requestId)).toEqual(['BAD_USER_INPUT', { field: 'requestId', value: requestId }]);
    const kinds = ['SYSTEM_OWNER', 'REC_OWNER'];
    for (const by of [world.representative, world.regulator, { token: api.staff }]) {
      expect(await objects(by, requestId)).toEqual(['FORBIDDEN', { kinds }]);
    }
    const ofOwner = await reporterChange(world.owner, ptsId);
    expect(await objects(world.aggregator, ofOwner)).toEqual(['NOT_FOUND', { requestId: ofOwner }]);
    const draft = await takeOver(ptsId, { submit: false });
    expect(await objects(world.owner, draft)).toEqual(['NOT_FOUND', { requestId: draft }]);
    expect((await objects(world.owner, requestId, ' '))?.[0]).toBe('BAD_USER_INPUT');
    expect((await stateOf(api, requestId))?.state).toBe('SUBMITTED');
  });

  test('and an approval at once are one decision', async () => {
    for (let round = 0; round < 3; round += 1) {
      const requestId = await reporterChange(world.owner, await makeHeld(api, world));
      const order = [() => approve(api, requestId), () => objects(world.recOwner, requestId)];
      const refusals = await Promise.all((round % 2 === 0 ? order : order.reverse()).map(each => each()));
      expect(refusals.map(refusal => refusal?.[0] ?? 'done').sort()).toEqual(['REQUEST_NOT_OPEN', 'done']);
    }
  });
});

describe('what was verified', () => {
  const appoint = (ptsId: string, { organisationId }: Party, fromOn: string) =>
    api.does('appoint', { ptsId, role: 'REC_OWNER', organisationId, fromOn, evidence: 'contract', reason });

  test('is not approved when another holds the rights since, be it for a few days', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await transfer(ptsId);
    expect(await verify(api, world, requestId)).toBeNull();
    await appoint(ptsId, world.stranger, '2024-05-02');
    await appoint(ptsId, world.recOwner, '2024-05-09');
    const changed = (since: string) => ['CONFLICT', { requestId, what: 'REC_OWNER', since }];
    expect(await approve(api, requestId)).toEqual(changed('submitted'));
    expect(await stateOf(api, requestId)).toEqual({ state: 'SUBMITTED', steps: ['SUBMITTED', 'VERIFIED'] });
    expect((await rolesOf(api, ptsId, 'REC_OWNER')).at(-1)).toBe(`${world.recOwner.organisationId} 2024-05-09 on`);
  });

  test('is not verified either when they changed hands before', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await transfer(ptsId);
    await appoint(ptsId, world.stranger, '2024-05-02');
    expect((await verify(api, world, requestId))?.[0]).toBe('CONFLICT');
    expect(await stateOf(api, requestId)).toEqual({ state: 'SUBMITTED', steps: ['SUBMITTED'] });
  });

  test('nor when the system went to another asset; what does not move may change', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await takeOver(ptsId);
    expect(await verify(api, world, requestId)).toBeNull();
    const elsewhere = await makeAsset(api, world.stranger);
    await api.does('joinGisAsset', { ptsId, gisId: elsewhere.gisId, fromMonth: '2024-05', reason });
    expect(await approve(api, requestId)).toEqual(['CONFLICT', { requestId, what: 'GIS_ASSET', since: 'submitted' }]);
    const other = await makeHeld(api, world);
    const fine = await takeOver(other);
    expect(await verify(api, world, fine)).toBeNull();
    await appoint(other, world.stranger, '2024-05-02');
    expect(await approve(api, fine)).toBeNull();
  });

  test('facts of the verification are held against it where those of the submission are not known', async () => {
    const ptsId = await makeHeld(api, world);
    const requestId = await transfer(ptsId);
    expect(await verify(api, world, requestId)).toBeNull();
    const { rows } = await api.database.query("select content -> 'inForce' as facts from request where id = $1", [
      requestId,
    ]);
    const held = { REC_OWNER: expect.stringMatching(/^\d+$/) };
    expect(rows).toEqual([{ facts: { atSubmission: held, atVerification: held } }]);
    await api.database.query(
      `update request set content = jsonb_set(content::jsonb, '{inForce,atVerification,REC_OWNER}', 'null') where id = $1`,
      [requestId],
    );
    expect(await approve(api, requestId)).toEqual(['CONFLICT', { requestId, what: 'REC_OWNER', since: 'verified' }]);
  });
});
