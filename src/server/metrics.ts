import type { Pool } from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RowsReported } from '../boundary/context.js';
import type { RequestObserver } from './observe-requests.js';
import type { QueueState } from './queue-state.js';
import type { StandbyState } from './standby.js';

/** A pool of connections, as it is watched. */
type WatchedPool = Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'> & { readonly options: { max?: number } };

/** What is asked at each scrape. */
export interface MetricSources {
  /** Null: the database does not say. */
  readonly queue?: () => Promise<QueueState | null>;
  readonly standby?: () => StandbyState;
}

const secondsOfRequests = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const secondsOfJobs = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600];

/**
 * The figures of one process in the text form of Prometheus. Every label is of a set that the house knows: routes as declared, kinds of
 * operation, codes, names of jobs and pools. Nothing that a client names is a label.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'route' | 'operation' | 'status'>;
  readonly #codes: Counter<'code'>;
  readonly #spent: Counter<'budget'>;
  readonly #rows: Counter<'status'>;
  readonly #jobs: Histogram<'job' | 'outcome'>;
  readonly #pools = new Map<string, WatchedPool>();

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      ...{ name: 'pts_http_request_seconds', help: 'Requests by route, kind of operation and status.', registers },
      ...{ labelNames: ['route', 'operation', 'status'] as const, buckets: secondsOfRequests },
    });
    this.#codes = new Counter({
      ...{ name: 'pts_errors_total', help: 'Requests in whose answer a code of refusal or defect stands.', registers },
      labelNames: ['code'],
    });
    this.#spent = new Counter({
      ...{ name: 'pts_rate_limited_total', help: 'Requests that found their budget spent.', registers },
      labelNames: ['budget'],
    });
    this.#rows = new Counter({
      ...{ name: 'pts_reading_rows_total', help: 'Rows of readings that were answered for, dry runs too.', registers },
      labelNames: ['status'],
    });
    this.#jobs = new Histogram({
      ...{ name: 'pts_job_seconds', help: 'Jobs of the queue that this process did, by how they ended.', registers },
      ...{ labelNames: ['job', 'outcome'] as const, buckets: secondsOfJobs },
    });
    this.#gaugePools(registers);
  }

  readonly observer: RequestObserver = {
    done: (request, reply, { operation = 'none', codes, spentBudget }, status) => {
      const route = request.routeOptions.url ?? 'none';
      this.#requests.observe({ route, operation, status }, reply.elapsedTime / 1_000);
      for (const code of codes) this.#codes.inc({ code });
      if (spentBudget) this.#spent.inc({ budget: spentBudget });
    },
  };

  rowsReported({ accepted, superseded, duplicates, refused }: RowsReported): void {
    const rows = { accepted: accepted - superseded, superseded, duplicate: duplicates, refused };
    for (const [status, count] of Object.entries(rows)) this.#rows.inc({ status }, count);
  }

  /** Times the work of a job. */
  async job(job: string, work: () => Promise<void>): Promise<void> {
    const took = this.#jobs.startTimer({ job });
    try {
      await work();
      took({ outcome: 'done' });
    } catch (error) {
      took({ outcome: 'failed' });
      throw error;
    }
  }

  watchPool(name: string, pool: WatchedPool): void {
    this.#pools.set(name, pool);
  }

  /** Has the queue and the copy asked at each scrape. */
  ask({ queue, standby }: MetricSources): void {
    const registers = [this.#registry];
    if (queue) this.#gaugeQueue(queue, registers);
    if (!standby) return;
    new Gauge({
      ...{ name: 'pts_replica_lag_seconds', help: 'How far the copy for public reads is behind; NaN: not known.' },
      registers,
      collect() {
        this.set(standby().lagSeconds ?? Number.NaN);
      },
    });
    new Gauge({
      ...{ name: 'pts_replica_in_use', help: '1 while public reads go to the copy, else 0.', registers },
      collect() {
        this.set(standby().inUse ? 1 : 0);
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #gaugePools(registers: Registry[]): void {
    const pools = this.#pools;
    new Gauge({
      ...{ name: 'pts_pool_connections', help: 'Connections of a pool, and who waits for one.', registers },
      labelNames: ['pool', 'state'],
      collect() {
        for (const [pool, { totalCount, idleCount, waitingCount, options }] of pools) {
          this.set({ pool, state: 'busy' }, totalCount - idleCount);
          this.set({ pool, state: 'idle' }, idleCount);
          this.set({ pool, state: 'waiting' }, waitingCount);
          this.set({ pool, state: 'maximum' }, options.max ?? 0);
        }
      },
    });
  }

  #gaugeQueue(queue: () => Promise<QueueState | null>, registers: Registry[]): void {
    let asked: Promise<QueueState | null> | undefined;
    const once = () => {
      asked ??= queue().finally(() => {
        asked = undefined;
      });
      return asked;
    };
    new Gauge({
      ...{ name: 'pts_queue_jobs', help: 'Jobs that are due, and jobs that were given up.', registers },
      labelNames: ['state'],
      async collect() {
        const state = await once();
        this.set({ state: 'due' }, state?.due ?? Number.NaN);
        this.set({ state: 'given_up' }, state?.givenUp ?? Number.NaN);
      },
    });
    new Gauge({
      ...{ name: 'pts_queue_oldest_due_seconds', help: 'For how long the oldest job has been due.', registers },
      async collect() {
        this.set((await once())?.oldestDueSeconds ?? Number.NaN);
      },
    });
  }
}
