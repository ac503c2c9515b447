import pg from 'pg';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { rollupLaws } from '../../src/rollup/rollup-laws.js';
import { openDatabase } from '../../src/server/database.js';
import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { rollUp } from '../api/support/roll-up.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeStateOfMany, tokens } from '../support/state-of-many.js';

const systems = 100_000;
let database: TestDatabase;
let api: Api;
beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await makeStateOfMany(client, { systems, from: '2021-01-01', months: 36, ofAggregator: 10_000 });
  await rollUp(database.url, '2023-12');
  await client.query('vacuum analyze');
  await client.end();
  api = await startApi('sandbox', database.url);
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

/** The median of eleven answers over HTTP, in milliseconds. */
async function median(token: string, query: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 11; time += 1) {
    const startedAt = performance.now();
    dataOf(await api.ask(token, query));
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[5] ?? Number.NaN;
}

const span = 'from: "2021-01", to: "2023-12"';
const groups = '{ asOf groups { group systemMonths productionKwh estimatedKwh eligibleMwh } }';
const ofState: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['MONTH', 'QUARTER', 'TOWN', 'SECTOR', 'PROGRAM', 'TECHNOLOGY'].map(by => [
      `production by ${by}`,
      `{ productionTotals(by: ${by}, ${span}) ${groups} }`,
    ]),
  ),
  'production of a town by month': `{ productionTotals(by: MONTH, ${span}, filter: { town: "Town 007" }) ${groups} }`,
  'health of a window':
    '{ windowHealth(month: "2023-12") { expectedSystems days { on systems } reporters { reportedSystems organisation { name } } } }',
  'queues of staff': '{ staffQueues { queue requestKind count oldestAt } }',
};

test.each(Object.entries(ofState))('%s takes less than a tenth of a second', async (name, query) => {
  const milliseconds = await median(tokens.staff, query);
  process.stderr.write(`${name}: ${milliseconds.toFixed(0)} ms\n`);
  expect(milliseconds).toBeLessThan(100);
});

const ofAggregator: Readonly<Record<string, string>> = {
  'production of 10,000 systems by month': `{ productionTotals(by: MONTH, ${span}) ${groups} }`,
  'missing months': '{ missingProduction(quarter: "2023-Q4") { edges { node { month system { ptsId } } } } }',
  'systems by name': '{ systems(sort: { by: NAME }) { edges { node { ptsId } } } }',
};

test.each(Object.entries(ofAggregator))('%s takes less than a second', async (name, query) => {
  const milliseconds = await median(tokens.aggregator, query);
  process.stderr.write(`${name}: ${milliseconds.toFixed(0)} ms\n`);
  expect(milliseconds).toBeLessThan(1_000);
});

test('the roll-ups of the whole state equal their base', async () => {
  const orm = await openDatabase(database.url, { poolSize: 1 });
  const results = await runLaws(orm.em, { laws: rollupLaws });
  await orm.close(true);
  expect(results.filter(({ holds }) => !holds)).toEqual([]);
});
