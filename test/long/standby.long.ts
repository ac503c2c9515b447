import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { acquireEmbeddedDatabase, type EmbeddedDatabase } from '../../src/embedded/acquire.js';
import { migrate } from '../../src/server/database.js';
import { type Api, startApi } from '../api/support/api.js';
import { ask, dataOf } from '../api/support/ask.js';
import { mutationDocument } from '../api/support/documents.js';
import { type Serving, serve } from '../serve/serving.js';
import { type Fleet, makeFleet } from '../submission/support/fleet.js';
import { balancer } from '../support/balancer.js';
import { type ProcessGroup, startPtsGroup } from '../support/process-group.js';
import { runPts } from '../support/run-program.js';
import { caughtUp, startStandby } from '../support/standby.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/*
 * One primary, one streaming standby, two servers, two workers, each a process of its own, with load on both servers; then a server
 * and a worker are killed, and the standby goes. Each test goes on where the one before it left the machines.
 */

const systems = 10_000;
const rowsOfCall = 100;
const settings = { fsync: 'off' };
const month = '2024-04';
const submit = mutationDocument('submitReadings');
const production = `{ production(from: "${month}", to: "${month}") { productionKwh withheld } }`;
interface Submitted {
  readonly submitReadings: { readonly accepted: number; readonly replayed: boolean };
}

const say = (line: string) => process.stderr.write(`${line}\n`);

let primary: EmbeddedDatabase;
let standby: EmbeddedDatabase;
let onPrimary: pg.Client;
let onStandby: pg.Client;
let api: Api;
let fleet: Fleet;
let environment: NodeJS.ProcessEnv;
let servers: Serving[] = [];
let workers: ProcessGroup[] = [];

beforeAll(async () => {
  const directory = temporaryDirectory('standby');
  primary = await acquireEmbeddedDatabase({ directory: join(directory, 'primary'), settings });
  await migrate(primary.url);
  api = await startApi('sandbox', primary.url);
  fleet = await makeFleet(api, systems);
  standby = await startStandby(primary, join(directory, 'standby'), settings);
  [onPrimary, onStandby] = [api.database, new pg.Client({ connectionString: standby.url })];
  onStandby.on('error', () => undefined); // it ends with its database
  await onStandby.connect();
  await caughtUp(onPrimary, onStandby);
  environment = {
    ...{ DATABASE_URL: primary.url, PTS_READ_DATABASE_URL: standby.url, PTS_CLOCK: `${month}-28T15:00:00Z` },
    ...{ PTS_ACCOUNT_POINTS: '9999999', PTS_PUBLIC_POINTS: '9999999' },
  };
  servers = [await startServer(), await startServer()];
  workers = [startPtsGroup(['work'], environment), startPtsGroup(['work'], environment)];
}, 600_000);

afterAll(async () => {
  for (const server of servers) if (!server.group.hasEnded()) await server.stop('SIGKILL');
  for (const worker of workers) {
    worker.signal('SIGKILL');
    await worker.ended;
  }
  await onStandby?.end().catch(() => undefined);
  await api?.stop();
  await standby?.release();
  await primary?.release();
});

function startServer(): Promise<Serving> {
  return serve(['--no-jobs', '--drain-seconds', '2'], environment);
}

async function one<Row extends object>(client: pg.Client, statement: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await client.query<Row>(statement, values);
  if (!rows[0]) throw new Error(`no row: ${statement}`);
  return rows[0];
}

const connectionsOf = async (client: pg.Client, name: string) =>
  (
    await one<{ count: number }>(
      client,
      'select count(*)::int from pg_stat_activity where application_name = $1 and datname = current_database()',
      [name],
    )
  ).count;

async function health(url: string) {
  const answer = await fetch(`${url}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as { status: string; replica: { lagSeconds: number } } };
}

/** Asks the servers in turn until one answers, with the same words: what a client does whose server is gone. */
async function insist(urls: () => readonly string[], turn: number, work: (url: string) => Promise<boolean>) {
  for (let attempt = 0; ; attempt += 1) {
    const all = urls();
    const url = all[(turn + attempt) % all.length] ?? '';
    if (await work(url).catch(() => false)) return attempt;
    if (attempt > 50) throw new Error('no server answers');
    await sleep(100);
  }
}

test('both servers read the public side from the standby, and the primary gets nothing of it', async () => {
  for (const { url } of servers) {
    dataOf(await ask(`${url}/public/graphql`, null, production));
    const { status, body } = await health(url);
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'ready', replica: { inUse: true } } });
    expect(body.replica.lagSeconds).toBeLessThan(5);
  }
  expect(await connectionsOf(onStandby, 'pts-public-replica')).toBeGreaterThanOrEqual(2);
  expect(await connectionsOf(onPrimary, 'pts-public')).toBe(0);
  expect(await one(onPrimary, 'select application_name as name, state from pg_stat_replication')).toEqual({
    ...{ name: 'standby', state: 'streaming' },
  });
});

test('an account reads what it has just written; a dashboard of staff comes from the copy and says how old it is', async () => {
  const [first, second] = servers;
  for (let time = 0; time < 20; time += 1) {
    const key = `own ${time}`;
    const input = { kind: 'COMPANY', name: key, synthetic: true };
    await ask(`${first?.url}/graphql`, api.staff, mutationDocument('createOrganisation'), { input, key });
    const own = await ask(`${second?.url}/graphql`, api.staff, mutationDocument('createOrganisation'), { input, key });
    expect(JSON.stringify(dataOf(own))).toContain('"replayed":true');
  }
  const { text } = await ask(`${first?.url}/graphql`, api.staff, '{ portfolio { __typename } }');
  expect(JSON.parse(text)).toMatchObject({ extensions: { replica: { lagSeconds: expect.any(Number) } } });
  const { text: ofProvider } = await ask(
    `${first?.url}/graphql`,
    fleet.provider.token,
    '{ systems(first: 1) { __typename } }',
  );
  expect(JSON.parse(ofProvider).extensions.replica).toBeUndefined();
});

test('under load a server and a worker are killed: every row is there once, all laws hold, jobs are taken over', async () => {
  const calls = Array.from({ length: systems / rowsOfCall }, (_, index) => index);
  const heldFrom = calls.length * 0.6;
  let urls = servers.map(({ url }) => url);
  const lags: number[] = [];
  let [publicReads, repeated, replayed, over] = [0, 0, 0, false];
  const unanswered = new Map<number, { readonly url: string; readonly sentAt: number }>();
  const pause = Promise.withResolvers<void>();
  let held = 0;
  const submitter = async () => {
    for (let call = calls.shift(); call !== undefined; call = calls.shift()) {
      if (call >= heldFrom) {
        held += 1;
        await pause.promise;
      }
      const from = call * rowsOfCall;
      const readings = fleet.ptsIds
        .slice(from, from + rowsOfCall)
        .map(ptsId => ({ ptsId, readAt: `${month}-28T14:00:00Z`, valueKwh: '100' }));
      const again = await insist(
        () => urls,
        call,
        async url => {
          unanswered.set(call, { url, sentAt: performance.now() });
          const answer = await ask<Submitted>(`${url}/graphql`, fleet.provider.token, submit, {
            input: { readings },
            key: `c${from}`,
          }).finally(() => unanswered.delete(call));
          const { submitReadings } = dataOf(answer);
          expect(submitReadings.accepted).toBe(rowsOfCall);
          if (submitReadings.replayed) replayed += 1;
          return true;
        },
      );
      repeated += again;
    }
  };
  const reader = async () => {
    for (let turn = 0; !over; turn += 1) {
      await insist(
        () => urls,
        turn,
        async url => {
          dataOf(await ask(`${url}/public/graphql`, null, production));
          publicReads += 1;
          return true;
        },
      );
    }
  };
  const watcher = async () => {
    while (!over) {
      const { lag } = await one<{ lag: number | null }>(
        onPrimary,
        'select extract(epoch from replay_lag)::float8 as lag from pg_stat_replication',
      );
      if (lag !== null) lags.push(lag);
      await sleep(100);
    }
  };
  const blocker = new pg.Client({ connectionString: primary.url });
  await blocker.connect();
  const startedAt = Date.now();
  const submitters = [submitter(), submitter(), submitter(), submitter()];
  const others = [reader(), reader(), watcher()];
  while (held < submitters.length) await sleep(10);
  const heldAt = Date.now();

  // four jobs that cannot come to an end, two in each worker; then, amidst calls, one server and one worker are gone
  await blocker.query('begin; lock table rate_count in access exclusive mode');
  for (let job = 0; job < 8; job += 1) {
    await onPrimary.query(`select from graphile_worker.add_job('forget-rate-counts', max_attempts => 5)`);
  }
  const locked = `select count(*)::int from graphile_worker.jobs where locked_by is not null and task_identifier = 'forget-rate-counts'`;
  for (let waited = 0; (await one<{ count: number }>(onPrimary, locked)).count < 4; waited += 1) {
    if (waited > 200) throw new Error('the workers do not take their jobs');
    await sleep(20);
  }
  const [gone, stays] = servers;
  const underWay = () =>
    [...unanswered.values()].filter(({ url, sentAt }) => url === gone?.url && performance.now() - sentAt > 5).length;
  const heldFor = Date.now() - heldAt;
  pause.resolve();
  for (let waited = 0; underWay() === 0; waited += 1) {
    if (waited > 5_000) throw new Error('no call is under way');
    await sleep(1);
  }
  workers[0]?.signal('SIGKILL');
  await Promise.all([gone?.stop('SIGKILL'), workers[0]?.ended]);
  await blocker.query('commit');
  await blocker.end();
  urls = [stays?.url ?? ''];
  await sleep(1_000);
  const { stuck } = await one<{ stuck: string[] }>(
    onPrimary,
    'select coalesce(array_agg(id), array[]::bigint[]) as stuck from graphile_worker._private_jobs where locked_by is not null',
  );
  await Promise.all(submitters);
  const seconds = (Date.now() - startedAt - heldFor) / 1_000;
  over = true;
  await Promise.all(others);

  expect(stuck.length).toBeGreaterThanOrEqual(2); // those of the killed worker, whom nobody told to let go
  const left = () =>
    one<{ count: number }>(
      onPrimary,
      'select count(*)::int from graphile_worker._private_jobs where id = any($1::bigint[])',
      [stuck],
    );
  for (let waited = 0; waited < 120 && (await left()).count > 0; waited += 1) await sleep(1_000);
  expect(await left()).toEqual({ count: 0 });

  const stored = `select count(*)::int as stored, count(*) filter (where superseded_at is null)::int as "inForce",
    count(distinct system_id)::int as systems from reading where month = '${month}-01'`;
  expect(await one(onPrimary, stored)).toEqual({ stored: systems, inForce: systems, systems });
  await caughtUp(onPrimary, onStandby);
  expect(await one(onStandby, stored)).toEqual({ stored: systems, inForce: systems, systems });
  const laws = await runPts(['laws', '--json'], { DATABASE_URL: primary.url });
  expect(JSON.parse(laws.stdout)).toMatchObject({ holds: true, failed: 0 });
  expect(publicReads).toBeGreaterThan(0);
  expect(repeated).toBeGreaterThan(0);
  expect(await connectionsOf(onPrimary, 'pts-public')).toBe(0);
  lags.sort((a, b) => a - b);
  say(
    `${systems} rows in ${seconds.toFixed(1)} s beside ${publicReads} public reads (${Math.round(publicReads / seconds)}/s); ` +
      `${repeated} calls sent again, ${replayed} answered from what was stored; replay lag median ` +
      `${((lags[Math.floor(lags.length / 2)] ?? 0) * 1_000).toFixed(1)} ms, most ${((lags.at(-1) ?? 0) * 1_000).toFixed(1)} ms`,
  );
});

test('a server that gets SIGTERM loses no request of clients whose balancer looks at readiness', async () => {
  const [, leaving] = servers;
  if (!leaving) throw new Error('no server');
  const fresh = await startServer();
  servers.push(fresh);
  const { next, stop } = balancer([leaving.url, fresh.url]);
  const answers: { readonly url: string; readonly ok: boolean }[] = [];
  let over = false;
  const client = async () => {
    while (!over) {
      const url = next();
      const answer = await ask(`${url}/graphql`, api.staff, '{ me { name } }').catch(() => null);
      answers.push({ url, ok: answer?.status === 200 && answer.errors.length === 0 });
    }
  };
  const clients = Array.from({ length: 6 }, client);
  await sleep(1_000);
  expect((await leaving.stop('SIGTERM')).exitCode).toBe(0);
  await sleep(500);
  over = true;
  await Promise.all(clients);
  await stop();
  say(
    `${answers.length} requests, ${answers.filter(({ url }) => url === leaving.url).length} of them to the one that left`,
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(answers.some(({ url }) => url === leaving.url)).toBe(true);
});

test('when the standby goes, the public side is answered from the primary within seconds, and readiness says so', async () => {
  const server = servers.at(-1);
  await onStandby.end();
  await standby.release();
  await sleep(3_000);
  dataOf(await ask(`${server?.url}/public/graphql`, null, production));
  expect(await health(server?.url ?? '')).toMatchObject({
    status: 200,
    body: { status: 'degraded', replica: { inUse: false, lagSeconds: null } },
  });
  expect(await connectionsOf(onPrimary, 'pts-public')).toBeGreaterThanOrEqual(1);
});
