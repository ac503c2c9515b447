import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { readClock } from '../clock/clock.js';
import { enqueue, type Job } from '../platform/job.js';
import type { LogDefect } from './errors.js';
import { sayAlive, sayEnded, signOfLifeSeconds } from './worker-life.js';

/** For so long a worker that ends waits for its jobs. */
const patienceMs = 10_000;

/** How a worker works. */
export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly mode: 'sandbox' | 'production';
  /** Jobs done at once by this worker. */
  readonly concurrency?: number;
  /** Gets what a job failed with; the queue tries again later. */
  readonly log: LogDefect;
  /** Stands around the work of each job, to watch it. */
  readonly around?: (name: string, work: () => Promise<void>) => Promise<void>;
}

/** A worker at work. */
export interface RunningWorker {
  /** Lets the jobs under way come to an end, for a few seconds at most; the others wait in the queue for another worker. */
  close(): Promise<void>;
}

/**
 * Starts a worker on a migrated database. Any number of them, in any processes, share one queue: each job is done by one of them,
 * and one that dies in the middle is done again by another.
 */
export async function startWorker(orm: MikroORM, jobs: readonly Job[], options: WorkerOptions): Promise<RunningWorker> {
  const { databaseUrl, concurrency = 2 } = options;
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => void workerIds.add(worker.workerId));
  const ending = new AbortController();
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: concurrency + 2, application_name: 'pts-worker' });
  pgPool.on('error', error => void options.log(error));
  pgPool.on('connect', client => void client.on('error', error => void options.log(error)));
  const runner = await run({
    events,
    pgPool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: 3_000,
    logger: loggerTo(options.log),
    taskList: taskList(orm, jobs, options, ending.signal),
    parsedCronItems: [],
  });
  const ended = runner.promise.catch(options.log); // heard also when nobody has asked it to end
  const live = () => sayAlive(orm.em.fork(), [...workerIds]).catch(error => void options.log(error));
  await live();
  const stopLiving = repeat(live, signOfLifeSeconds);
  const stopTicking = tick(orm, jobs, options.log);
  return {
    async close() {
      const asked = stopTicking();
      ending.abort();
      const stopped = Promise.all([runner.stop().catch(options.log), ended]).then(() => pgPool.end()); // what it notes of its jobs may still be under way
      await Promise.race([stopped, sleep(patienceMs, undefined, { ref: false })]); // an interrupted job is the queue's matter
      await Promise.all([asked, stopLiving()]);
      await sayEnded(orm.em.fork(), [...workerIds]).catch(options.log);
    },
  };
}

/** Does every job that is due, one after the other, and those that they ask for; then it ends. */
export async function workOnce(orm: MikroORM, jobs: readonly Job[], options: WorkerOptions): Promise<void> {
  await runOnce({
    connectionString: options.databaseUrl,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: loggerTo(options.log),
    taskList: taskList(orm, jobs, options),
  });
}

function taskList(
  orm: MikroORM,
  jobs: readonly Job[],
  { mode, around = (_, work) => work() }: WorkerOptions,
  ending?: AbortSignal,
): TaskList {
  return Object.fromEntries(
    jobs.map(job => [
      job.name,
      async (payload: unknown, helpers) => {
        const em = orm.em.fork();
        const { attempts: attempt } = helpers.job;
        const signal = AbortSignal.any([ending, helpers.abortSignal].filter(each => each !== undefined));
        await around(job.name, async () =>
          job.run({ em, payload, now: await readClock(em, mode), mode, attempt, signal }),
        );
      },
    ]),
  );
}

/** Asks for the jobs that recur, at once and again. Every worker asks; the key makes one of it, the queue keeps two from running at once. */
function tick(orm: MikroORM, jobs: readonly Job[], log: LogDefect): () => Promise<unknown> {
  const stops = jobs.flatMap(job => {
    if (job.everySeconds === undefined) return [];
    const ask = () =>
      enqueue(orm.em.fork(), job.name, {}, { key: job.name, attempts: 1, ...queueOf(job) }).catch(
        error => void log(error),
      );
    return [repeat(ask, job.everySeconds, ask())];
  });
  return () => Promise.all(stops.map(stop => stop()));
}

/**
 * Does something again and again. Out: what stops it, and waits for what is under way: whoever still waits for a connection of a pool
 * that ends is given one and never gives it back, so the pool would wait for it for ever.
 */
function repeat(work: () => Promise<void>, everySeconds: number, first?: Promise<void>): () => Promise<unknown> {
  const underWay = new Set<Promise<void>>();
  const follow = (done: Promise<void>) => {
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  };
  const timer = setInterval(() => follow(work()), everySeconds * 1_000);
  if (first) follow(first);
  return () => {
    clearInterval(timer);
    return Promise.all(underWay);
  };
}

/** A queue keeps two from running at once; one that a dead worker was in stays taken until its jobs are freed (`worker-life`). */
function queueOf({ name, mayOverlap = false }: Job): { readonly queue?: string } {
  return mayOverlap ? {} : { queue: name };
}

/** The queue's own log: only what went wrong is worth a line. */
function loggerTo(log: LogDefect): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log(meta?.error instanceof Error ? meta.error : new Error(message));
  });
}
