import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { countStatements } from '../api/support/statements.js';
import { makeParty, setClock, submit } from '../api/support/world.js';
import { type Fleet, makeFleet, readAt } from './support/fleet.js';

let api: Api;
let fleet: Fleet;
beforeAll(async () => {
  api = await startApi();
  fleet = await makeFleet(api, 30);
}, 60_000);
afterAll(() => api.stop());

interface NotReported {
  readonly system: { readonly ptsId: string; readonly lastReading: { readonly month: string } | null };
  readonly month: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly meterLabels: readonly string[];
  readonly expectedKwh: string | null;
  readonly expectationBasis: string | null;
  readonly atRisk: object | null;
}

const query = `query ($first: Int!, $after: String, $order: SystemsNotReportedOrder! = REGISTRATION, $filter: SystemPlaceFilter) {
  systemsNotReported(first: $first, after: $after, order: $order, filter: $filter) {
    edges { node { system { ptsId lastReading { month } } month opensAt closesAt meterLabels expectedKwh expectationBasis
      atRisk { program srecFactor certificates fraction } } }
    pageInfo { hasNextPage endCursor } } }`;

async function page(variables: object, token = fleet.provider.token) {
  const { systemsNotReported } = dataOf(
    await api.ask<{
      systemsNotReported: {
        edges: { node: NotReported }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }>(token, query, { first: 100, ...variables }),
  );
  return { nodes: systemsNotReported.edges.map(({ node }) => node), pageInfo: systemsNotReported.pageInfo };
}
const ids = ({ nodes }: Awaited<ReturnType<typeof page>>) => nodes.map(({ system }) => system.ptsId);
const at = (n: number) => fleet.ptsIds[n] ?? '';

async function qualify(ptsId: string, more: object) {
  await api.does('grantQualification', { ptsId, sqNumber: `X-${ptsId}`, reason: 'test', ...more });
}

test('lists what is not reported for the open window, with deadline and what is at risk, until it is reported', async () => {
  await api.database.query(
    `update system set estimated_annual_kwh = case pts_id when $1 then 60000 else 100000 end where pts_id in ($1, $2)`,
    [at(0), at(1)],
  );
  await api.database.query(`update system set technology = 'WIND' where pts_id = $1`, [at(2)]);
  await qualify(at(0), { program: 'SREC_I', effectiveOn: '2016-01-01', lastEligibleQuarter: '2025-Q4' });
  const factor = { marketSector: 'A', srecFactor: '0.8', factorSource: 'test' };
  await qualify(at(1), { program: 'SREC_II', effectiveOn: '2024-04-16', lastEligibleQuarter: '2034-Q1', ...factor });
  await qualify(at(2), { program: 'CLASS_I', effectiveOn: '2016-01-01' });
  const { nodes } = await page({});
  expect(nodes).toHaveLength(30);
  const common = { month: '2024-04', opensAt: '2024-04-26T04:00:00.000Z', closesAt: '2024-05-06T04:00:00.000Z' };
  // April is 9.6 % of the year: 60,000 kWh a year give 5,760, 5.76 SRECs; 5 kW at 13.02 % give 547.465.
  expect(nodes.slice(0, 4)).toEqual([
    {
      ...common,
      system: { ptsId: at(0), lastReading: null },
      meterLabels: ['main'],
      expectedKwh: '5760',
      expectationBasis: 'ANNUAL_ESTIMATE',
      atRisk: { program: 'SREC_I', srecFactor: '1.0000', certificates: 5, fraction: '0.76' },
    },
    // 9,600 kWh, of which the 15 days from the effective date on count, times 0.8.
    expect.objectContaining({
      expectedKwh: '9600',
      atRisk: { program: 'SREC_II', srecFactor: '0.8000', certificates: 3, fraction: '0.84' },
    }),
    expect.objectContaining({ expectedKwh: null, expectationBasis: null, atRisk: null }),
    expect.objectContaining({ expectedKwh: '547.465', expectationBasis: 'CAPACITY_FACTOR', atRisk: null }),
  ]);
  await submit(api, fleet.provider, [{ ptsId: at(0), readAt, valueKwh: '100' }]);
  expect(ids(await page({}))).toEqual(fleet.ptsIds.slice(1));
});

test('a system of several meters is listed with those that lack, and what the others reported is not at risk', async () => {
  const second = { ptsId: at(1), accuracyPercent: '0.5', initialValueKwh: '0', installedOn: '2024-04-01' };
  await api.does('setUpMeter', { ...second, label: 'second' });
  await api.database.query(
    `insert into system (pts_id, name, technology, capacity_kw, town, created_at) values ('PTS-PV2024-9', 'No meter', 'SOLAR_PV', 9, 'Lynn', now())`,
  );
  await api.database.query(
    `insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
     select id, 'SYSTEM_REPRESENTATIVE', $1, '2024-01-01', 'contract', 'test', now() from system where pts_id = 'PTS-PV2024-9'`,
    [fleet.provider.organisationId],
  );
  await submit(api, fleet.provider, [{ ptsId: at(1), readAt, valueKwh: '600' }]);
  const { nodes } = await page({ first: 1 });
  expect(nodes[0]).toMatchObject({ system: { ptsId: at(1), lastReading: { month: '2024-04' } } });
  expect(nodes[0]).toMatchObject({ meterLabels: ['second'], expectedKwh: '9000' });
  const largest = await page({ first: 1, order: 'CAPACITY' });
  expect(largest.nodes[0]).toMatchObject({ system: { ptsId: 'PTS-PV2024-9' }, meterLabels: [] });
});

test.each(['REGISTRATION', 'CAPACITY'])('goes on by cursor in the order %s, each system once', async order => {
  const whole = ids(await page({ order }));
  const found: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const some: Awaited<ReturnType<typeof page>> = await page({ order, after, first: 7 });
    found.push(...ids(some));
    after = some.pageInfo.endCursor;
    more = some.pageInfo.hasNextPage;
  }
  expect(found).toEqual(whole);
  expect(new Set(found).size).toBe(30);
});

test('takes a filter, and the same number of statements for 1 and 20 systems with their last readings', async () => {
  expect(ids(await page({ filter: { town: 'Lynn' } }))).toEqual(['PTS-PV2024-9']);
  await page({ first: 20 });
  const { count: forOne } = await countStatements(() => page({ first: 1 }));
  const { count: forTwenty } = await countStatements(() => page({ first: 20 }));
  expect(forTwenty).toBe(forOne);
});

test('is empty for who represents nothing, and tells of the next window when none is open', async () => {
  const other = await makeParty(api, 'Nobody Data', ['SYSTEM_REPRESENTATIVE']);
  expect((await page({}, other.token)).nodes).toEqual([]);
  await setClock(api, '2024-05-10T15:00:00Z');
  const { nodes } = await page({ first: 1 });
  expect(nodes[0]).toMatchObject({ system: { ptsId: at(0) }, month: '2024-05', closesAt: '2024-06-06T04:00:00.000Z' });
});

test('the last reading of a meter is the one in force, of a system the newest of its meters', async () => {
  await setClock(api, '2024-05-28T15:00:00Z');
  await submit(api, fleet.provider, [{ ptsId: at(1), readAt: '2024-05-28T14:00:00Z', valueKwh: '700' }]);
  await submit(api, fleet.provider, [{ ptsId: at(1), readAt: '2024-05-28T14:30:00Z', valueKwh: '701.000' }]);
  const { data } = await api.ask(
    fleet.provider.token,
    'query ($ptsId: ID!) { system(ptsId: $ptsId) { lastReading { valueKwh month } meters { label lastReading { valueKwh } } } }',
    { ptsId: at(1) },
  );
  expect(data?.system).toEqual({
    lastReading: { valueKwh: '701.000', month: '2024-05' },
    meters: [
      { label: 'main', lastReading: { valueKwh: '701.000' } },
      { label: 'second', lastReading: null },
    ],
  });
});
