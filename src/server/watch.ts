import type { MikroORM } from '@mikro-orm/postgresql';
import type { PoolOptions } from './database.js';
import type { Metrics } from './metrics.js';
import type { MetricsAddress } from './metrics-server.js';
import { queueState } from './queue-state.js';
import type { Standby } from './standby.js';
import type { TracesOptions, Tracing } from './tracing.js';

/** By what a process is watched from outside: figures and traces, each only where it is asked for. */
export interface ProcessWatch {
  readonly metrics: Metrics | null;
  readonly metricsUrl?: string;
  readonly tracing: Tracing | null;
  /** For the pools of the process. */
  readonly onPool: NonNullable<PoolOptions['onPool']>;
  /** Stands around each job that the process does. */
  aroundJob(name: string, work: () => Promise<void>): Promise<void>;
  /** Has the queue and the copy asked for their figures, over a pool. */
  ask(orm: MikroORM, standby: Standby | null): void;
  close(): Promise<void>;
}

/** Starts what is asked for; the libraries of what is not are not even loaded. */
export async function startWatch(asked: {
  readonly metrics?: MetricsAddress;
  readonly traces?: TracesOptions;
}): Promise<ProcessWatch> {
  const tracing = asked.traces ? await (await import('./tracing.js')).startTracing(asked.traces) : null;
  const metrics = asked.metrics ? new (await import('./metrics.js')).Metrics() : null;
  const served =
    metrics && asked.metrics ? await (await import('./metrics-server.js')).serveMetrics(metrics, asked.metrics) : null;
  return {
    ...{ metrics, tracing },
    ...(served ? { metricsUrl: served.url } : {}),
    onPool(name, pool) {
      metrics?.watchPool(name, pool);
      tracing?.watchPool(pool);
    },
    aroundJob(name, work) {
      const traced = () => (tracing ? tracing.duringJob(name, work) : work());
      return metrics ? metrics.job(name, traced) : traced();
    },
    ask(orm, standby) {
      const queue = () => queueState(orm.em.fork()).catch(() => null);
      metrics?.ask({ queue, ...(standby ? { standby: () => standby.state } : {}) });
    },
    async close() {
      await served?.close();
      await tracing?.stop();
    },
  };
}
