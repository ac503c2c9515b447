import { type Api, startApi } from './support/api.js';
import type { Json } from './support/ask.js';
import { appointHolders, makeParty, type Party, setClock } from './support/world.js';

let api: Api;
let provider: Party;
let ptsId: string;

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-04-30T15:00:00Z');
  provider = await makeParty(api, 'Data', ['SYSTEM_REPRESENTATIVE']);
  const system = { name: 'Large', technology: 'SOLAR_PV', capacityKw: '20', town: 'Lynn', massachusettsFunded: true };
  ptsId = String((await api.does('registerSystem', system)).ptsId);
  await api.does('setUpMeter', { ptsId, accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-04-01' });
  await appointHolders(api, ptsId, { representative: provider });
});
afterAll(() => api.stop());

const approve = (approvedOn: string) =>
  api.mutate(api.staff, 'approveDasProvider', { organisationId: provider.organisationId, approvedOn, reason: 'test' });
const revoke = (revokedOn: string) =>
  api.mutate(api.staff, 'revokeDasProvider', { organisationId: provider.organisationId, revokedOn, reason: 'test' });
const codes = async (answer: ReturnType<typeof approve>) =>
  (await answer).errors.map(({ extensions }) => [extensions.code, extensions.facts]);

/** What becomes of a reading of the large system, reported on a day: its status, or the code of its refusal. */
async function report(readAt: string, valueKwh: string): Promise<Json | undefined> {
  await setClock(api, readAt);
  const { outcomes } = await api.does('submitReadings', { readings: [{ ptsId, readAt, valueKwh }] }, provider.token);
  const [{ status, code }] = outcomes as [{ [field: string]: Json }];
  return code ?? status;
}

test('a large system reports through a DAS provider while it is approved, and again once it is approved again', async () => {
  expect(await report('2024-04-29T15:00:00Z', '100')).toBe('AUTOMATED_REPORTING_REQUIRED');
  expect(await codes(approve('2024-04-30'))).toEqual([]);
  expect(await report('2024-04-30T15:00:00Z', '100')).toBe('ACCEPTED');
  expect(await codes(revoke('2024-05-28'))).toEqual([]);
  expect(await report('2024-05-27T15:00:00Z', '200')).toBe('ACCEPTED');
  expect(await report('2024-05-28T15:00:00Z', '300')).toBe('AUTOMATED_REPORTING_REQUIRED');
  expect(await codes(approve('2024-05-30'))).toEqual([]);
  expect(await report('2024-05-29T15:00:00Z', '300')).toBe('AUTOMATED_REPORTING_REQUIRED');
  expect(await report('2024-05-30T15:00:00Z', '300')).toBe('SUPERSEDES');
});

test('both approvals stay on record, and who ended the first and why', async () => {
  const { rows } = await api.database.query(
    `select approved_on::text, revoked_on::text, revocation_reason, revoked_by is not null as revoked_by_somebody
     from das_provider where organisation_id = $1 order by approved_on`,
    [provider.organisationId],
  );
  expect(rows).toEqual([
    {
      ...{ approved_on: '2024-04-30', revoked_on: '2024-05-28' },
      ...{ revocation_reason: 'test', revoked_by_somebody: true },
    },
    {
      ...{ approved_on: '2024-05-30', revoked_on: null },
      ...{ revocation_reason: null, revoked_by_somebody: false },
    },
  ]);
});

test('an approval that is revoked cannot be revoked again, nor another one begin before its end', async () => {
  const { organisationId } = provider;
  expect(await codes(revoke('2024-06-10'))).toEqual([]);
  expect(await codes(revoke('2024-06-20'))).toEqual([['CONFLICT', { organisationId, revokedOn: '2024-06-10' }]]);
  const held = { organisationId, approvedOn: '2024-05-30', revokedOn: '2024-06-10' };
  expect(await codes(approve('2024-06-09'))).toEqual([['CONFLICT', held]]);
  expect(await codes(approve('2024-06-10'))).toEqual([]);
});
