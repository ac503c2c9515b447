import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, startApi } from '../api/support/api.js';
import { ask, dataOf } from '../api/support/ask.js';
import { mutationDocument } from '../api/support/documents.js';
import { type Serving, serve } from '../serve/serving.js';
import { csvOf, type Fleet, makeFleet } from '../submission/support/fleet.js';
import { send, sendAndCut, type UploadAnswer } from '../submission/support/send.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/* Large uploads against a server of its own process: memory, speed, a connection that is cut, a server that is killed. */

const systems = 300_000;
let database: TestDatabase;
let api: Api;
let fleet: Fleet;
let serving: Serving | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi('sandbox', database.url);
  fleet = await makeFleet(api, systems);
}, 600_000);
afterEach(async () => {
  await serving?.stop('SIGTERM');
  serving = undefined;
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

/** A server whose clock stands in the window of a month. */
async function serveIn(month: string, more: NodeJS.ProcessEnv = {}): Promise<Serving> {
  serving = await serve([], { DATABASE_URL: database.url, PTS_CLOCK: `${month}-28T15:00:00Z`, ...more });
  return serving;
}

/** The most memory that the server has held, in MB: of the largest process of its group. */
function peakMb({ group }: Serving): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,pgid='], { encoding: 'utf8' }).split('\n');
  const ofGroup = lines.map(line => line.trim().split(/\s+/)).filter(([, pgid]) => Number(pgid) === group.child.pid);
  const peaks = ofGroup.map(([pid]) =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(Math.max(...peaks) / 1024);
}

const fileOf = (rows: number, month: string, valueKwh: string, from = 0) =>
  csvOf(fleet.ptsIds.slice(from, from + rows), valueKwh, `${month}-28T14:00:00Z`);

async function stored(month: string): Promise<{ inForce: number; stored: number }> {
  const { rows } = await api.database.query<{ inForce: number; stored: number }>(
    `select count(*) filter (where superseded_at is null)::int as "inForce", count(*)::int as stored from reading where month = $1`,
    [`${month}-01`],
  );
  return rows[0] ?? { inForce: 0, stored: 0 };
}

async function timed(work: () => Promise<UploadAnswer>) {
  const startedAt = Date.now();
  const { status, upload, text } = await work();
  if (!upload) throw new Error(`${status}: ${text.slice(0, 500)}`);
  return { status, upload, seconds: (Date.now() - startedAt) / 1000 };
}

/** Waits until so many rows of an upload are stored; 0: until it has been storing rows in one transaction for a second. */
async function untilUnderWay(month: string, rows: number): Promise<void> {
  const storing = `select from pg_locks l join pg_stat_activity a using (pid) where l.relation = 'reading'::regclass
    and l.mode = 'RowExclusiveLock' and a.xact_start < clock_timestamp() - interval '1 second'`;
  const isUnderWay = async () =>
    rows > 0 ? (await stored(month)).stored >= rows : ((await api.database.query(storing)).rowCount ?? 0) > 0;
  while (!(await isUnderWay())) await sleep(20);
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** With more, V8 leaves garbage lying about, and the peak says nothing: what is held has to fit in here. */
const heapOf = '--max-old-space-size=192';

test.each([
  ['partial', '2024-04', '100'],
  ['atomic', '2024-05', '200'],
])('a server holds hardly more for 300,000 rows (%s) than for 10,000', async (mode, month, valueKwh) => {
  const { token } = fleet.provider;
  const peaks: number[] = [];
  for (const [rows, from] of [
    [10_000, 0],
    [systems - 10_000, 10_000],
  ] as const) {
    const server = await serveIn(month, { NODE_OPTIONS: heapOf });
    const body = fileOf(rows, month, valueKwh, from);
    const sent = { token, key: `${mode} ${rows}`, query: `?mode=${mode}` };
    const { upload, seconds } = await timed(() => send(server.url, body, sent));
    expect(upload).toMatchObject({ state: 'COMPLETED', rows, accepted: rows });
    peaks.push(peakMb(server));
    say(
      `${mode}: ${rows} rows in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s), peak ${peaks.at(-1)} MB`,
    );
    await server.stop('SIGTERM');
    serving = undefined;
  }
  const [few = 0, many = 0] = peaks;
  expect(await stored(month)).toEqual({ inForce: systems, stored: systems });
  expect(many - few).toBeLessThan(120);
});

test('an upload of 100,000 rows is about as fast as the mutation', async () => {
  const server = await serveIn('2024-06');
  const { token } = fleet.provider;
  const { seconds } = await timed(() => send(server.url, fileOf(100_000, '2024-06', '300'), { token, key: 'rate' }));
  const document = mutationDocument('submitReadings');
  const startedAt = Date.now();
  for (let from = 100_000; from < 120_000; from += 10_000) {
    const readings = fleet.ptsIds
      .slice(from, from + 10_000)
      .map(ptsId => ({ ptsId, readAt: '2024-06-28T14:00:00Z', valueKwh: '300' }));
    dataOf(await ask(`${server.url}/graphql`, token, document, { input: { readings }, key: `rate ${from}` }));
  }
  const ofMutation = (5 * (Date.now() - startedAt)) / 1000; // a fifth of the rows
  say(
    `100,000 rows: upload ${Math.round(100_000 / seconds)} rows/s, mutation ${Math.round(100_000 / ofMutation)} rows/s`,
  );
  expect(await stored('2024-06')).toEqual({ inForce: 120_000, stored: 120_000 });
  expect(seconds).toBeLessThan(3 * ofMutation);
});

test('100,000 rows whose connection is cut in the middle are complete after a repeat, without a double', async () => {
  const server = await serveIn('2024-07');
  const { token } = fleet.provider;
  const body = fileOf(100_000, '2024-07', '400');
  await sendAndCut(api, server.url, token, 'cut', body.slice(0, body.length / 2), 45_000);
  const done = await stored('2024-07');
  expect(done.inForce % 5_000).toBe(0);
  expect(done.inForce).toBeGreaterThanOrEqual(45_000);
  expect(done.inForce).toBeLessThan(60_000);
  const { upload } = await timed(() => send(server.url, body, { token, key: 'cut' }));
  expect(upload).toMatchObject({ state: 'COMPLETED', rows: 100_000, accepted: 100_000 });
  const replayed = upload.replayedRows ?? 0; // the batch that was at work when the connection broke came to its end
  expect([0, 5_000]).toContain(replayed - done.inForce);
  expect(await stored('2024-07')).toEqual({ inForce: 100_000, stored: 100_000 });
});

test.each([
  ['partial', '2024-08', '500'],
  ['atomic', '2024-09', '600'],
])(
  '100,000 rows (%s) whose server is killed in the middle are complete after a repeat, without a double',
  async (mode, month, valueKwh) => {
    const { token } = fleet.provider;
    const body = fileOf(100_000, month, valueKwh);
    const sent = { token, key: `kill ${mode}`, query: `?mode=${mode}` };
    const server = await serveIn(month);
    const killed = send(server.url, body, sent).catch(() => 'cut');
    await untilUnderWay(month, mode === 'partial' ? 20_000 : 0);
    await server.stop('SIGKILL');
    expect(await killed).toBe('cut');
    const { inForce } = await stored(month);
    say(`killed (${mode}) after ${inForce} rows`);
    expect(inForce).toBeLessThan(100_000);
    expect(inForce % 5_000).toBe(0);
    const again = await serveIn(month);
    const { upload } = await timed(() => send(again.url, body, sent));
    expect(upload).toMatchObject({ state: 'COMPLETED', accepted: 100_000, replayedRows: inForce });
    expect(await stored(month)).toEqual({ inForce: 100_000, stored: 100_000 });
  },
);
