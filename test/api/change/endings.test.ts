import type { Api } from '../support/api.js';
import { dataOf } from '../support/ask.js';
import { type ChangeWorld, closeQuarter, makeHeld, refusalOf, reports, rolesOf, sees } from '../support/changes.js';
import { startWithChanges } from '../support/start-with.js';
import { makeSystem, setClock } from '../support/world.js';

let api: Api;
let world: ChangeWorld;
beforeAll(async () => {
  ({ api, world } = await startWithChanges());
});
afterAll(() => api.stop());

const endRole = async (ptsId: string, role: string, untilOn: string, token = api.staff) =>
  refusalOf(await api.mutate(token, 'endRole', { ptsId, role, untilOn, reason: 'bankrupt' }));
const leave = async (ptsId: string, fromMonth: string, token = api.staff) =>
  refusalOf(await api.mutate(token, 'leaveGisAsset', { ptsId, fromMonth, reason: 'dissolved' }));

describe('a role that ends without a successor', () => {
  test('is held by nobody from that day on, and says why', async () => {
    const ptsId = await makeHeld(api, world);
    expect(await endRole(ptsId, 'SYSTEM_REPRESENTATIVE', '2024-05-28')).toBeNull();
    await setClock(api, '2024-05-27T15:00:00Z');
    expect(await sees(api, world.representative, ptsId)).toBe(true);
    expect(await reports(api, world.representative, ptsId, '2024-05-27T14:00:00Z', '10')).toBe('ACCEPTED');
    await setClock(api, '2024-05-28T15:00:00Z');
    expect(await sees(api, world.representative, ptsId)).toBe(false);
    expect(await reports(api, world.representative, ptsId, '2024-05-28T14:00:00Z', '11')).toBe('NOT_REPRESENTED');
    const asked = 'query ($id: ID!) { system(ptsId: $id) { roles { role untilOn reason endReason } } }';
    const { system } = dataOf(await api.ask(world.owner.token, asked, { id: ptsId }));
    expect(system).toEqual({
      roles: [
        { role: 'REC_OWNER', untilOn: null, reason: 'test', endReason: null },
        { role: 'SYSTEM_OWNER', untilOn: null, reason: 'test', endReason: null },
        { role: 'SYSTEM_REPRESENTATIVE', untilOn: '2024-05-28', reason: 'test', endReason: 'bankrupt' },
      ],
    });
    await setClock(api, '2024-05-10T15:00:00Z');
  });

  test('keeps who ended it; a successor who comes earlier says why instead', async () => {
    const ptsId = await makeHeld(api, world);
    expect(await endRole(ptsId, 'REC_OWNER', '2024-06-01')).toBeNull();
    const ending = async () =>
      (
        await api.database.query(
          `select r.until_on::text, r.end_reason, a.name as ended_by from system_role r join system s on s.id = r.system_id
           left join account a on a.id = r.ended_by where s.pts_id = $1 and r.role = 'REC_OWNER' order by r.from_on limit 1`,
          [ptsId],
        )
      ).rows[0];
    const operator = 'PTS operator (command line)';
    expect(await ending()).toEqual({ until_on: '2024-06-01', end_reason: 'bankrupt', ended_by: operator });
    await api.does('appoint', {
      ptsId,
      role: 'REC_OWNER',
      organisationId: world.stranger.organisationId,
      fromOn: '2024-05-15',
      evidence: 'contract',
      reason: 'bought',
    });
    expect(await ending()).toEqual({ until_on: '2024-05-15', end_reason: null, ended_by: operator });
  });

  test('is taken up again by a later appointment; between the two nobody holds it', async () => {
    const ptsId = await makeHeld(api, world);
    await endRole(ptsId, 'REC_OWNER', '2024-06-01');
    const again = { ptsId, role: 'REC_OWNER', organisationId: world.recOwner.organisationId, fromOn: '2024-08-01' };
    await api.does('appoint', { ...again, evidence: 'contract', reason: 'back' });
    const { organisationId } = world.recOwner;
    const periods = [`${organisationId} 2023-12-01 2024-06-01`, `${organisationId} 2024-08-01 on`];
    expect(await rolesOf(api, ptsId, 'REC_OWNER')).toEqual(periods);
  });

  test('is refused when there is nothing to end, when it ended, and for a day on which it had not begun', async () => {
    const ptsId = await makeHeld(api, world);
    const bare = await makeSystem(api);
    expect(await endRole(bare, 'REC_OWNER', '2024-06-01')).toEqual(['CONFLICT', { ptsId: bare, role: 'REC_OWNER' }]);
    const role = 'REC_OWNER';
    const begun = { role, fromOn: '2023-12-01', untilOn: '2023-12-01' };
    expect(await endRole(ptsId, role, '2023-12-01')).toEqual(['CONFLICT', begun]);
    expect(await endRole(ptsId, role, '2023-12-02')).toBeNull();
    expect(await endRole(ptsId, role, '2023-12-03')).toEqual(['CONFLICT', { role, untilOn: '2023-12-02' }]);
    expect(await endRole('PTS-PV2016-1', role, '2024-06-01')).toEqual(['NOT_FOUND', { ptsId: 'PTS-PV2016-1' }]);
    const input = { ptsId, role: 'SYSTEM_OWNER', untilOn: '2024-06-01', reason: '' };
    const empty = refusalOf(await api.mutate(api.staff, 'endRole', input));
    expect(empty).toEqual(['BAD_USER_INPUT', { rule: 'system_role_end_reason_is_given' }]);
  });

  test('is ended by staff alone', async () => {
    const ptsId = await makeHeld(api, world);
    for (const by of [world.owner, world.recOwner, world.representative, world.aggregator, world.regulator]) {
      expect(await endRole(ptsId, 'REC_OWNER', '2024-06-01', by.token)).toEqual(['FORBIDDEN', { kinds: ['STAFF'] }]);
      expect(await leave(ptsId, '2024-06', by.token)).toEqual(['FORBIDDEN', { kinds: ['STAFF'] }]);
    }
  });

  test('is ended once by two at once', async () => {
    const ptsId = await makeHeld(api, world);
    const both = await Promise.all(['2024-06-01', '2024-06-02'].map(day => endRole(ptsId, 'SYSTEM_OWNER', day)));
    expect(both.map(refusal => refusal?.[0] ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
  });
});

describe('a system that leaves its asset', () => {
  const memberships = 'query ($id: ID!) { system(ptsId: $id) { gisAssets { fromMonth untilMonth endReason } } }';
  const assetsOf = async (ptsId: string) => dataOf(await api.ask(api.staff, memberships, { id: ptsId })).system;

  test('is in none from that month on, and the aggregator does not see it any more', async () => {
    const ptsId = await makeHeld(api, world);
    expect(await leave(ptsId, '2024-06')).toBeNull();
    expect(await assetsOf(ptsId)).toEqual({
      gisAssets: [{ fromMonth: '2024-01', untilMonth: '2024-06', endReason: 'dissolved' }],
    });
    expect(await sees(api, world.aggregator, ptsId)).toBe(true);
    await setClock(api, '2024-06-01T15:00:00Z');
    expect(await sees(api, world.aggregator, ptsId)).toBe(false);
    await setClock(api, '2024-05-10T15:00:00Z');
    const { rows } = await api.database.query(
      `select a.name from gis_asset_membership m join account a on a.id = m.ended_by join system s on s.id = m.system_id
       where s.pts_id = $1`,
      [ptsId],
    );
    expect(rows).toEqual([{ name: 'PTS operator (command line)' }]);
  });

  test('joins one again later, or earlier, which then says why', async () => {
    const ptsId = await makeHeld(api, world);
    await leave(ptsId, '2024-08');
    await api.does('joinGisAsset', { ptsId, gisId: world.gisId, fromMonth: '2024-06', reason: 'after all' });
    expect(await assetsOf(ptsId)).toEqual({
      gisAssets: [
        { fromMonth: '2024-01', untilMonth: '2024-06', endReason: null },
        { fromMonth: '2024-06', untilMonth: null, endReason: null },
      ],
    });
  });

  test('is refused when it is in none, when it left, and in the month in which it joins', async () => {
    const ptsId = await makeHeld(api, world);
    const bare = await makeSystem(api);
    expect(await leave(bare, '2024-06')).toEqual(['CONFLICT', { ptsId: bare }]);
    expect(await leave(ptsId, '2024-01')).toEqual(['CONFLICT', { ptsId, fromMonth: '2024-01', held: '2024-01' }]);
    expect(await leave(ptsId, '2024-02')).toBeNull();
    expect(await leave(ptsId, '2024-03')).toEqual(['CONFLICT', { ptsId, untilMonth: '2024-02' }]);
    expect(await leave('PTS-PV2016-1', '2024-06')).toEqual(['NOT_FOUND', { ptsId: 'PTS-PV2016-1' }]);
  });

  test('does not leave it in a month that was reported', async () => {
    const ptsId = await makeHeld(api, world);
    await closeQuarter(api, '2024-Q2');
    const closed = ['MONTH_ALREADY_ISSUED', { fromMonth: '2024-06', issuedQuarter: '2024-Q2' }];
    expect(await leave(ptsId, '2024-06')).toEqual(closed);
    expect(await leave(ptsId, '2024-07')).toBeNull();
  });
});
