import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/acquire.js';
import { migrate } from '../../src/server/database.js';
import { type Api, startApi } from '../api/support/api.js';
import { ask, dataOf } from '../api/support/ask.js';
import { mutationDocument } from '../api/support/documents.js';
import { postmasterOf, type Serving, serve } from '../serve/serving.js';
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

/** Seconds of a processor that the server, and PostgreSQL with all its processes, have used: figures that other work on the machine leaves alone. */
function usedSeconds(): { server: number; postgres: number } {
  const postmaster = postmasterOf(database.directory);
  const used = { server: 0, postgres: 0 };
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const [parent, group, seconds] = statOf(pid);
    if (group === serving.group.child.pid) used.server += seconds;
    if (Number(pid) === postmaster || parent === postmaster) used.postgres += seconds;
  }
  return used;
}

/** Parent, process group, seconds used: fields 4, 5, and 14 to 17 (with children that have ended) of /proc/PID/stat, in ticks of 10 ms. */
function statOf(pid: string): [number, number, number] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return [fields[1] ?? 0, fields[2] ?? 0, ticks / 100];
  } catch {
    return [0, 0, 0]; // it has ended meanwhile
  }
}

/** What some work used of the processors for each of its parts, in ms. */
async function used(work: () => Promise<number>): Promise<string> {
  const before = usedSeconds();
  const parts = await work();
  const after = usedSeconds();
  const ms = (of: 'server' | 'postgres') => (((after[of] - before[of]) * 1_000) / parts).toPrecision(2);
  return `${ms('server')} ms of the server and ${ms('postgres')} ms of PostgreSQL`;
}

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
  return { count: took.length, rate: took.length / seconds, medianMs: took[Math.floor(took.length / 2)] ?? 0 };
}

async function sizeOf(): Promise<{ bytes: number; rows: number }> {
  const { rows } = await api.database.query<{ bytes: number; rows: number }>(
    `select pg_total_relation_size('reading_2024_04')::float8 as bytes, (select count(*) from reading_2024_04)::float8 as rows`,
  );
  return rows[0] ?? { bytes: 0, rows: 0 };
}

async function wholeSize(): Promise<number> {
  const { rows } = await api.database.query<{ whole: number }>(
    'select pg_database_size(current_database())::float8 as whole',
  );
  return rows[0]?.whole ?? 0;
}

test('submissions: rows a second by upload and by the mutation, and what a reading takes on disk', async () => {
  const { ptsIds, provider } = fleet;
  const wholeBefore = await wholeSize();
  const startedAt = Date.now();
  const ofUpload = await used(async () => {
    const body = csvOf(ptsIds.slice(0, 20_000), '100', readAt);
    const { upload } = await send(serving.url, body, { token: provider.token, key: 'upload' });
    expect(upload).toMatchObject({ accepted: 20_000 });
    return 20;
  });
  const uploaded = 20_000 / ((Date.now() - startedAt) / 1_000);
  const mutationFrom = Date.now();
  const ofMutation = await used(async () => {
    for (let from = 20_000; from < systems; from += 5_000) {
      const readings = ptsIds.slice(from, from + 5_000).map(ptsId => ({ ptsId, readAt, valueKwh: '100' }));
      const request = { input: { readings }, key: `m${from}` };
      dataOf(await ask(`${serving.url}/graphql`, provider.token, mutationDocument('submitReadings'), request));
    }
    return 10;
  });
  const mutated = 10_000 / ((Date.now() - mutationFrom) / 1_000);
  const { bytes, rows } = await sizeOf();
  expect(rows).toBe(systems);
  const whole = (await wholeSize()) - wholeBefore;
  say(`rows a second: upload ${Math.round(uploaded)}; 1,000 rows ${ofUpload}`);
  say(`rows a second: mutation of 5,000 ${Math.round(mutated)}; 1,000 rows ${ofMutation}`);
  say(
    `a reading with its indexes: ${Math.round(bytes / rows)} bytes, with receipts and all else ${Math.round(whole / rows)}`,
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
  let [rate, medianMs] = [0, 0];
  const cost = await used(async () => {
    const done = await perSecond(4, 5, async () => dataOf(await ask(`${serving.url}/${path}`, token, query)));
    ({ rate, medianMs } = done);
    return done.count;
  });
  say(`${what}: ${Math.round(rate)} a second, median ${medianMs.toFixed(1)} ms, 4 at once; each ${cost}`);
  expect(rate).toBeGreaterThan(1);
});
