import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { enqueue, type Job } from '../../src/platform/job.js';
import { row, sql } from '../../src/platform/sql.js';
import { migrate, openDatabase, pendingMigrations } from '../../src/server/database.js';
import { Metrics } from '../../src/server/metrics.js';
import { startWorker, type WorkerOptions, workOnce } from '../../src/server/worker.js';
import { freeJobsOfTheDead } from '../../src/server/worker-life.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let orm: MikroORM;
const failures: unknown[] = [];
const options = (): WorkerOptions => ({
  databaseUrl: database.url,
  mode: 'production',
  log: error => `${failures.push(error)}`,
});

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openDatabase(database.url);
});

afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

/** A job that notes the payloads that it was given. */
function noting(name: string): Job & { readonly noted: unknown[] } {
  const noted: unknown[] = [];
  return { name, noted, run: async ({ payload }) => void noted.push(payload) };
}

const run = {
  ...{ payload: {}, now: new Date(), attempt: 1, signal: new AbortController().signal },
  mode: 'production',
} as const;

const waiting = async () =>
  (await row<{ count: number }>(orm.em.fork(), sql`select count(*)::int from graphile_worker.jobs`)).count;

test('a job is done if the transaction that asked for it commits, and only then', async () => {
  const job = noting('note');
  await orm.em.fork().transactional(em => enqueue(em, job.name, { of: 'committed' }));
  await expect(
    orm.em.fork().transactional(async em => {
      await enqueue(em, job.name, { of: 'rolled back' });
      throw new Error('the verb refuses');
    }),
  ).rejects.toThrow('the verb refuses');
  await workOnce(orm, [job], options());
  expect(job.noted).toEqual([{ of: 'committed' }]);
  expect(await waiting()).toBe(0);
});

test('asked for again under its key before it began, a job is done once, as asked last', async () => {
  const job = noting('keyed');
  for (const ask of [1, 2, 3]) await enqueue(orm.em.fork(), job.name, { ask }, { key: 'one' });
  await workOnce(orm, [job], options());
  expect(job.noted).toEqual([{ ask: 3 }]);
});

test('what a job fails with is logged, and the job stays for a later try', async () => {
  const flaky: Job = { name: 'flaky', run: () => Promise.reject(new Error('the receiver is away')) };
  await enqueue(orm.em.fork(), flaky.name, {});
  await workOnce(orm, [flaky], options());
  expect(failures.map(String)).toEqual([expect.stringContaining('the receiver is away')]);
  const left = await row(
    orm.em.fork(),
    sql`select attempts, last_error as "lastError", run_at > now() as later from graphile_worker.jobs`,
  );
  expect(left).toEqual({ attempts: 1, lastError: expect.stringContaining('the receiver is away'), later: true });
  await orm.em.getConnection().execute('delete from graphile_worker._private_jobs');
});

test('two workers share one queue: 60 jobs are done, each once, and those of one queue in their order', async () => {
  const first = noting('shared');
  const second = noting('shared');
  const inOrder: number[] = [];
  const ordered: Job = {
    name: 'ordered',
    run: async ({ payload }) => void inOrder.push((payload as { at: number }).at),
  };
  await orm.em.fork().transactional(async em => {
    for (let at = 0; at < 60; at += 1) await enqueue(em, 'shared', { at });
    for (let at = 0; at < 5; at += 1) await enqueue(em, 'ordered', { at }, { queue: 'one after the other' });
  });
  const workers = [
    await startWorker(orm, [first, ordered], options()),
    await startWorker(orm, [second, ordered], options()),
  ];
  while ((await waiting()) > 0) await new Promise(resolve => setTimeout(resolve, 20));
  await Promise.all(workers.map(worker => worker.close()));
  const at = [...first.noted, ...second.noted].map(payload => (payload as { at: number }).at);
  expect(at.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index));
  expect(inOrder).toEqual(Array.from({ length: 5 }, (_, index) => index));
});

test('the workers ask for what recurs by themselves', async () => {
  const recurring = { ...noting('recurring'), everySeconds: 1 };
  const worker = await startWorker(orm, [recurring], options());
  while (recurring.noted.length === 0) await new Promise(resolve => setTimeout(resolve, 20));
  await worker.close();
  expect(await waiting()).toBe(0);
});

test('the job of a worker that died is given to another, and that of one that lives is not', async () => {
  const em = orm.em.fork();
  const took = noting('lost');
  await enqueue(em, 'lost', { of: 'the dead' }, { queue: 'of the dead' });
  await enqueue(em, 'lost', { of: 'the living' });
  await enqueue(em, 'lost', { of: 'the dead' }, { attempts: 1 }); // asked for again by others
  await em.getConnection().execute(`
    update graphile_worker._private_jobs set attempts = 1, locked_at = now() - interval '1 minute',
      locked_by = case payload ->> 'of' when 'the dead' then 'dead' else 'living' end;
    update graphile_worker._private_job_queues set locked_at = now() - interval '1 minute', locked_by = 'dead'
      where queue_name = 'of the dead';
    insert into worker_life values ('dead', now() - interval '1 minute'), ('living', now());`);
  await workOnce(orm, [took], options());
  expect(took.noted).toEqual([]);
  await freeJobsOfTheDead.run({ ...run, em });
  await workOnce(orm, [took], options());
  expect(took.noted).toEqual([{ of: 'the dead' }]);
  expect(await waiting()).toBe(1); // that of the living
});

test('a worker says that it lives, and takes leave', async () => {
  const living = () => row(orm.em.fork(), sql`select count(*)::int from worker_life where worker_id like 'worker-%'`);
  const worker = await startWorker(orm, [], options());
  expect(await living()).toEqual({ count: 2 });
  await worker.close();
  expect(await living()).toEqual({ count: 0 });
});

test('a worker that is ended while it still asks for jobs leaves a pool that can be closed', async () => {
  let slow = true; // a loaded server takes long to give a connection
  const own = await openDatabase(database.url, {
    onPool(_, pool) {
      const connect = pool.connect.bind(pool) as () => Promise<unknown>;
      const late = async () => {
        const waits = slow;
        const client = await connect();
        if (waits) await sleep(1_000);
        return client;
      };
      Object.assign(pool, { connect: late });
    },
  });
  const recurring = ['first', 'second'].map(name => ({ ...noting(name), everySeconds: 60 }));
  const worker = await startWorker(own, recurring, options());
  await sleep(100); // by now it has asked
  slow = false;
  await worker.close();
  const closed = own.close(true).then(() => 'closed');
  expect(await Promise.race([closed, sleep(5_000, 'still open')])).toBe('closed');
});

test('the tables of the queue are part of what a database may lack', async () => {
  const empty = await createEmptyDatabase();
  try {
    expect((await pendingMigrations(empty.url)).at(-1)).toBe('job-queue-20');
    expect((await migrate(empty.url)).at(-1)).toBe('job-queue-20');
    expect(await pendingMigrations(empty.url)).toEqual([]);
    const own = await openDatabase(empty.url, { poolSize: 1 });
    const last = await row(own.em.fork(), sql`select max(id)::int as id from graphile_worker.migrations`);
    await own.close(true);
    expect(last).toEqual({ id: 20 }); // jobSchemaVersion is the last that the library brings
  } finally {
    await empty.drop();
  }
});

test('jobs are timed by name and by how they ended', async () => {
  const metrics = new Metrics();
  const failing: Job = { name: 'failing', run: () => Promise.reject(new Error('no')) };
  for (const name of ['timed', 'timed', 'failing']) await enqueue(orm.em.fork(), name, {});
  await workOnce(orm, [noting('timed'), failing], { ...options(), around: (name, work) => metrics.job(name, work) });
  const text = await metrics.text();
  expect(text).toContain('pts_job_seconds_count{job="timed",outcome="done"} 2\n');
  expect(text).toContain('pts_job_seconds_count{job="failing",outcome="failed"} 1\n');
  await orm.em.getConnection().execute('delete from graphile_worker._private_jobs');
});
