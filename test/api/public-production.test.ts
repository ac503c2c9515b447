import { type Api, startApi } from './support/api.js';
import { ask, dataOf, type Json } from './support/ask.js';
import { rollUp } from './support/roll-up.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Has so many new systems of each town report 100 kWh each for a month; past the verbs, for a sum is all that counts. */
async function reported(month: string, towns: Readonly<Record<string, number>>): Promise<void> {
  await api.database.query('select ensure_reading_partition($1::date)', [`${month}-01`]);
  for (const [town, systems] of Object.entries(towns)) {
    await api.database.query(
      `with system as (
         insert into system (pts_id, name, technology, capacity_kw, town, created_at)
         select 'PTS-' || gen_random_uuid(), 'x', 'SOLAR_PV', 5, $2, now() from generate_series(1, $3::int) returning id
       ), meter as (
         insert into meter (system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
         select id, 'main', 0.5, 0, '2020-01-01', now() from system returning id, system_id
       )
       insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated,
                            channel, submitted_at, submitted_by)
       select $1::date, id, system_id, $1::date, 100, 100, 100, false, 'MANUAL', now(), (select min(id) from account)
       from meter`,
      [`${month}-01`, town, systems],
    );
  }
}

/** What everybody gets of a month: `systems: kWh`, of the state and of each town. */
async function published(month: string, towns: readonly string[]): Promise<Readonly<Record<string, Json>>> {
  const query = `query ($month: Month!, $town: String) {
    production(from: $month, to: $month, town: $town) { systems productionKwh withheld } }`;
  const answers: Record<string, Json> = {};
  for (const town of [null, ...towns]) {
    const { production } = dataOf(await ask(`${api.url}/public/graphql`, null, query, { month, town }));
    const [row] = production as [{ systems: number; productionKwh: string | null; withheld: boolean }];
    expect(row.withheld).toBe(row.productionKwh === null);
    answers[town ?? 'state'] = `${row.systems}: ${row.productionKwh}`;
  }
  return answers;
}

let months = 0;

test.each([
  ['the only system of the state', { Lynn: 1 }, { state: '1: null', Lynn: '1: null' }],
  [
    'one system of a town, and five of another, whose sum would tell of the one',
    { Lynn: 1, Salem: 5 },
    { state: '6: 600.000', Lynn: '1: null', Salem: '5: null' },
  ],
  [
    'four systems of a town, and four of another',
    { Lynn: 4, Salem: 4 },
    { state: '8: 800.000', Lynn: '4: null', Salem: '4: null' },
  ],
  [
    'five systems of a town, and five elsewhere',
    { Lynn: 5, Salem: 5 },
    { state: '10: 1000.000', Lynn: '5: 500.000', Salem: '5: 500.000' },
  ],
  [
    'five systems of a town, and small towns that are many together',
    { Lynn: 5, Salem: 3, Hull: 2 },
    { state: '10: 1000.000', Lynn: '5: 500.000', Salem: '3: null', Hull: '2: null' },
  ],
  [
    'one system of a town, that the sums of all other towns would tell of: the smallest of them is withheld',
    { Lynn: 1, Salem: 6, Hull: 7, Hyannis: 7 },
    { state: '21: 2100.000', Lynn: '1: null', Salem: '6: null', Hull: '7: 700.000', Hyannis: '7: 700.000' },
  ],
])('the production of %s', async (_, towns, expected) => {
  months += 1;
  const month = `2021-0${months}`;
  await reported(month, towns);
  await rollUp(api.databaseUrl, '2021-12');
  expect(await published(month, Object.keys(towns))).toEqual(expected);
});

test('by group it is withheld as by town, and nothing that is published tells of fewer than five', async () => {
  const month = '2021-10';
  await reported(month, { Lynn: 1, Salem: 6, Hull: 7 });
  await api.database.query(
    `update system set technology = 'WIND' where id in (
       select system_id from reading join system s on s.id = system_id where month = '2021-10-01' and s.town = 'Hull' limit 3)`,
  );
  await rollUp(api.databaseUrl, '2021-12');
  const query = `query ($by: PublicGrouping!, $month: Month!) {
    productionBy(by: $by, month: $month) { group systems productionKwh withheld } rolledUpAsOf }`;
  const by = async (grouping: string) => {
    const data = dataOf(await ask(`${api.url}/public/graphql`, null, query, { by: grouping, month }));
    expect(data.rolledUpAsOf).toEqual(expect.any(String));
    return data.productionBy;
  };
  expect(await by('TOWN')).toEqual([
    { group: 'Hull', systems: 7, productionKwh: '700.000', withheld: false },
    { group: 'Lynn', systems: 1, productionKwh: null, withheld: true },
    { group: 'Salem', systems: 6, productionKwh: null, withheld: true },
  ]);
  expect(await by('TECHNOLOGY')).toEqual([
    { group: 'SOLAR_PV', systems: 11, productionKwh: null, withheld: true },
    { group: 'WIND', systems: 3, productionKwh: null, withheld: true },
  ]);
  expect(await by('SECTOR')).toEqual([{ group: null, systems: 14, productionKwh: null, withheld: true }]);
});

test('systems are counted by town and ZIP code', async () => {
  const query =
    '{ towns: systemsBy(by: TOWN) { group systems capacityKw } zips: systemsBy(by: ZIP) { group systems } }';
  const { towns, zips } = dataOf(await ask(`${api.url}/public/graphql`, null, query));
  const counted = await api.database.query(
    `select town as "group", count(*)::int as systems, (count(*) * 5)::numeric(20, 3)::text as "capacityKw" from system group by 1 order by 1`,
  );
  expect(towns).toEqual(counted.rows);
  expect(zips).toEqual([{ group: null, systems: counted.rows.reduce((sum, { systems }) => sum + systems, 0) }]);
});

test('the figure by which it is withheld is published', async () => {
  const { ruleTables } = dataOf(
    await ask(
      `${api.url}/public/graphql`,
      null,
      '{ ruleTables(key: "minimum-published-systems") { rows { value confidence } } }',
    ),
  );
  expect(ruleTables).toEqual([{ rows: [{ value: 'at least 5', confidence: 'POLICY' }] }]);
});
