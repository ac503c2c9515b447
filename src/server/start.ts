import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { writeClock } from '../clock/clock.js';
import { openSandbox } from '../demo/open-sandbox.js';
import { openDatabase } from './database.js';
import { buildHttp, type HttpOptions } from './http.js';
import { jobLog } from './job-log.js';
import { jobs } from './jobs.js';
import type { MetricsAddress } from './metrics-server.js';
import { openReadDatabase } from './read-database.js';
import { ReadinessCheck } from './readiness.js';
import type { TracesOptions } from './tracing.js';
import { trustedDocuments } from './trusted-documents.js';
import { type ProcessWatch, startWatch } from './watch.js';
import { startWorker, type WorkerOptions } from './worker.js';

/** Where a server listens, on which database. */
export interface HttpConfig extends HttpOptions {
  readonly databaseUrl: string;
  /** A streaming copy of it, where the public side and the dashboards of staff read while it is near enough. */
  readonly readDatabaseUrl?: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The instant to set the sandbox clock to. */
  readonly clock?: Date;
  /** Where metrics are served; nowhere without. */
  readonly metrics?: MetricsAddress;
  /** Traces are sent (OpenTelemetry); not without. */
  readonly traces?: TracesOptions;
}

/** A server that listens. */
export interface StartedHttp {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  readonly orm: MikroORM;
  /** `http://127.0.0.1:9464/metrics`, where they are served. */
  readonly metricsUrl?: string;
  readonly watch: ProcessWatch;
  /** From now on it says that it is not ready, and has its connections closed after their next answer; it goes on answering. */
  leave(): void;
  /** Takes no new connection, finishes the answers under way, for 30 seconds at most, and closes the pools. */
  close(): Promise<void>;
}

/** What is under way when a server stops may take so long: a query takes 10 s at most, an upload goes on from its receipt. */
const finishMs = 30_000;

/** Few connections, and none for long: the deadline of a query is shorter, files of tables take their time. */
const publicPool = { poolSize: 4, name: 'pts-public', statementMs: 30_000 };
/** Whoever asks how we are waits behind nobody. */
const watchPool = { poolSize: 2, name: 'pts-watch', statementMs: 2_000, withoutEntities: true };

/** Starts the HTTP server on a migrated database: it listens when this returns. */
export async function startHttp(config: HttpConfig): Promise<StartedHttp> {
  const { databaseUrl, readDatabaseUrl } = config;
  const closing: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const watch = await startWatch(config);
    closing.push(watch.close);
    const { onPool } = watch;
    const orm = await openDatabase(databaseUrl, { onPool });
    closing.push(() => orm.close(true));
    const watchOrm = await openDatabase(databaseUrl, watchPool);
    closing.push(() => watchOrm.close(true));
    const everybody = await openReadDatabase({
      ...{ databaseUrl, readDatabaseUrl, watch: watchOrm },
      pool: { ...publicPool, onPool },
    });
    closing.push(everybody.close);
    const standby = everybody.copy?.standby ?? null;
    const readiness = new ReadinessCheck(watchOrm, standby);
    watch.ask(watchOrm, standby);
    if (config.clock && config.mode === 'sandbox') await writeClock(orm.em.fork(), config.clock, null);
    const { metrics, tracing } = watch;
    const http = await buildHttp({ accounts: orm, everybody }, config, { readiness, metrics, tracing });
    const url = await http.listen({ host: config.host, port: config.port });
    return {
      ...{ url, orm, watch },
      ...(watch.metricsUrl === undefined ? {} : { metricsUrl: watch.metricsUrl }),
      leave: () => readiness.stop(),
      async close() {
        readiness.stop();
        await finish(http);
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function finish(http: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => http.server.closeAllConnections(), finishMs);
  await http.close();
  clearTimeout(timer);
}

/**
 * As `startHttp`, for a person: in sandbox mode an empty database becomes the demonstration, and the screen says how to go on. With a
 * worker in the same process, unless jobs are left to others.
 */
export async function startServer(
  config: HttpConfig & {
    readonly credentialsFile: string;
    readonly withWorker: boolean;
    readonly trustedDocumentsPath?: string;
    readonly trustedDocumentsOnly?: boolean;
  },
): Promise<{
  readonly url: string;
  readonly metricsUrl?: string;
  readonly welcome: readonly string[];
  /** Leaves, and goes on for so long while balancers notice; the worker ends meanwhile, then all else. */
  close(graceMs?: number): Promise<void>;
}> {
  const documents = trustedDocuments(config.trustedDocumentsPath, { only: config.trustedDocumentsOnly ?? false });
  const server = await startHttp({ ...config, documents });
  try {
    const welcome =
      config.mode === 'sandbox' ? await openSandbox(server.orm.em.fork(), server.url, config.credentialsFile) : [];
    const worker = config.withWorker ? await startWorker(server.orm, jobs, workerOptions(config, server.watch)) : null;
    const close = async (graceMs = 0) => {
      server.leave();
      await Promise.all([worker?.close(), sleep(graceMs)]);
      await server.close();
    };
    const { url, metricsUrl } = server;
    return { url, ...(metricsUrl === undefined ? {} : { metricsUrl }), welcome, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A worker alone, on a pool of its own, until it is closed. */
export async function startWorkerAlone(
  config: Pick<HttpConfig, 'databaseUrl' | 'mode' | 'metrics' | 'traces'> & { readonly concurrency: number },
): Promise<{ readonly metricsUrl?: string; close(): Promise<void> }> {
  const watch = await startWatch(config);
  const orm = await openDatabase(config.databaseUrl, { onPool: watch.onPool });
  const closeAll = async () => {
    await orm.close(true);
    await watch.close();
  };
  try {
    watch.ask(orm, null);
    const options = { ...workerOptions(config, watch), concurrency: config.concurrency };
    const worker = await startWorker(orm, jobs, options);
    const close = async () => {
      await worker.close();
      await closeAll();
    };
    return { ...(watch.metricsUrl === undefined ? {} : { metricsUrl: watch.metricsUrl }), close };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function workerOptions(
  { databaseUrl, mode }: Pick<HttpConfig, 'databaseUrl' | 'mode'>,
  { aroundJob }: Pick<ProcessWatch, 'aroundJob'>,
): WorkerOptions {
  return { databaseUrl, mode, log: jobLog(process.stderr), around: aroundJob };
}
