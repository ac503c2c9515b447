import type { MikroORM } from '@mikro-orm/postgresql';
import { writeClock } from '../clock/clock.js';
import { openSandbox } from '../demo/open-sandbox.js';
import { openDatabase } from './database.js';
import { buildHttp, type HttpOptions } from './http.js';
import { jobLog } from './job-log.js';
import { jobs } from './jobs.js';
import { trustedDocuments } from './trusted-documents.js';
import { startWorker, type WorkerOptions } from './worker.js';

/** Where a server listens, on which database. */
export interface HttpConfig extends HttpOptions {
  readonly databaseUrl: string;
  /** Where the public endpoint reads, if not there: a copy that follows it. */
  readonly readDatabaseUrl?: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The instant to set the sandbox clock to. */
  readonly clock?: Date;
}

/** A server that listens. */
export interface StartedHttp {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  readonly orm: MikroORM;
  /** Stops listening and closes the pool; answers under way are finished. */
  close(): Promise<void>;
}

/** Few connections, and none for long: the deadline of a query is shorter, files of tables take their time. */
const publicPool = { poolSize: 4, name: 'pts-public', statementMs: 30_000 };

/** Starts the HTTP server on a migrated database: it listens when this returns. */
export async function startHttp(config: HttpConfig): Promise<StartedHttp> {
  const orm = await openDatabase(config.databaseUrl);
  const publicOrm = await openDatabase(config.readDatabaseUrl ?? config.databaseUrl, publicPool);
  const closeAll = () => Promise.all([orm.close(true), publicOrm.close(true)]);
  try {
    if (config.clock && config.mode === 'sandbox') await writeClock(orm.em.fork(), config.clock, null);
    const http = await buildHttp({ accounts: orm, everybody: publicOrm }, config);
    const url = await http.listen({ host: config.host, port: config.port });
    const close = async () => {
      await http.close();
      await closeAll();
    };
    return { url, orm, close };
  } catch (error) {
    await closeAll();
    throw error;
  }
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
): Promise<{ readonly url: string; readonly welcome: readonly string[]; close(): Promise<void> }> {
  const documents = trustedDocuments(config.trustedDocumentsPath, { only: config.trustedDocumentsOnly ?? false });
  const server = await startHttp({ ...config, documents });
  try {
    const welcome =
      config.mode === 'sandbox' ? await openSandbox(server.orm.em.fork(), server.url, config.credentialsFile) : [];
    const worker = config.withWorker ? await startWorker(server.orm, jobs, workerOptions(config)) : null;
    const close = async () => {
      await worker?.close();
      await server.close();
    };
    return { url: server.url, welcome, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A worker alone, on a pool of its own, until it is closed. */
export async function startWorkerAlone(
  config: Pick<HttpConfig, 'databaseUrl' | 'mode'> & { readonly concurrency: number },
): Promise<{ close(): Promise<void> }> {
  const orm = await openDatabase(config.databaseUrl);
  try {
    const worker = await startWorker(orm, jobs, { ...workerOptions(config), concurrency: config.concurrency });
    const close = async () => {
      await worker.close();
      await orm.close(true);
    };
    return { close };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

function workerOptions({ databaseUrl, mode }: Pick<HttpConfig, 'databaseUrl' | 'mode'>): WorkerOptions {
  return { databaseUrl, mode, log: jobLog(process.stderr) };
}
