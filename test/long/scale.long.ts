import { join } from 'node:path';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/acquire.js';
import { migrate } from '../../src/server/database.js';
import { type Api, startApi } from '../api/support/api.js';
import { ask, dataOf } from '../api/support/ask.js';
import { mutationDocument } from '../api/support/documents.js';
import { type Serving, serve } from '../serve/serving.js';
import { csvOf, type Fleet, makeFleet } from '../submission/support/fleet.js';
import { send } from '../submission/support/send.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* The figures of docs/scale.md: one server process and one PostgreSQL that waits for its disk, on the machine that runs this. */

const systems = 30_000;
const month = '2024-04';
const readAt = `${month}-28T14:00:00Z`;
const say = (line: string) => process.stderr.write(`${line}\n`);
let database: EmbeddedDatabase;
let api: Api;
let fleet: Fleet;
let serving: Serving;

beforeAll(async () => {
  database = await acquireEmbeddedDatabase({ directory: join(temporaryDirectory('scale'), 'postgres') });
  await migrate(database.url);
  api = await startApi('sandbox', database.url);
  fleet = await makeFleet(api, systems);
  const environment = { PTS_ACCOUNT_POINTS: '9999999', PTS_PUBLIC_POINTS: '9999999' };
  serving = await serve(['--no-jobs'], {
    DATABASE_URL: database.url,
    PTS_CLOCK: `${month}-28T15:00:00Z`,
    ...environment,
  });
}, 600_000);
afterAll(async () => {
  await serving?.stop('SIGTERM');
  await api?.stop();
  await database?.release();
});

/** How often something is done in a second by so many at once, for some seconds; and the median in ms. */
async function perSecond(atOnce: number, seconds: number, work: () => Promise<unknown>) {
  const took: number[] = [];
  const endAt = Date.now() + seconds * 1_000;
  const worker = async () => {
    while (Date.now() < endAt) {
      const from = performance.now();
      await work();
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  took.sort((a, b) => a - b);
  return { rate: took.length / seconds, medianMs: took[Math.floor(took.length / 2)] ?? 0 };
}

async function sizeOf(): Promise<{ bytes: number; rows: number }> {
  const { rows } = await api.database.query<{ bytes: number; rows: number }>(
    `select pg_total_relation_size('reading_2024_04')::float8 as bytes, (select count(*) from reading_2024_04)::float8 as rows`,
  );
  return rows[0] ?? { bytes: 0, rows: 0 };
}

test('submissions: rows a second by upload and by the mutation, and what a reading takes on disk', async () => {
  const { ptsIds, provider } = fleet;
  const uploadFrom = Date.now();
  const { upload } = await send(serving.url, csvOf(ptsIds.slice(0, 20_000), '100', readAt), {
    ...provider,
    key: 'upload',
  });
  expect(upload).toMatchObject({ accepted: 20_000 });
  const uploaded = 20_000 / ((Date.now() - uploadFrom) / 1_000);
  const mutationFrom = Date.now();
  for (let from = 20_000; from < systems; from += 5_000) {
    const readings = ptsIds.slice(from, from + 5_000).map(ptsId => ({ ptsId, readAt, valueKwh: '100' }));
    const request = { input: { readings }, key: `m${from}` };
    dataOf(await ask(`${serving.url}/graphql`, provider.token, mutationDocument('submitReadings'), request));
  }
  const mutated = 10_000 / ((Date.now() - mutationFrom) / 1_000);
  const { bytes, rows } = await sizeOf();
  expect(rows).toBe(systems);
  say(`rows a second: upload ${Math.round(uploaded)}, mutation of 5,000 ${Math.round(mutated)}`);
  say(
    `a reading with its indexes: ${Math.round(bytes / rows)} bytes, a system-year ${Math.round((bytes / rows) * 12)} bytes`,
  );
});

test.each([
  [
    'account, 50 systems with their last reading',
    'graphql',
    '{ systems(first: 50) { edges { node { ptsId lastReading { valueKwh } } } } }',
  ],
  ['account, who am I', 'graphql', '{ me { name } }'],
  [
    'public, production of a month',
    'public/graphql',
    `{ production(from: "${month}", to: "${month}") { productionKwh } }`,
  ],
])('reads a second: %s', async (what, path, query) => {
  const token = path === 'graphql' ? fleet.provider.token : null;
  const { rate, medianMs } = await perSecond(4, 5, async () =>
    dataOf(await ask(`${serving.url}/${path}`, token, query)),
  );
  say(`${what}: ${Math.round(rate)} a second, median ${medianMs.toFixed(1)} ms, 4 at once`);
  expect(rate).toBeGreaterThan(1);
});
