import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Trouble } from '../embedded/trouble.js';
import { type CommandContext, command, does } from './command.js';
import { type OpenDatabase, openDatabase } from './database.js';
import { Interrupted } from './failure.js';
import { requireFreePort } from './free-port.js';
import {
  graceMsOf,
  type OperationOptions,
  operationOf,
  type StopOptions,
  withOperation,
  withStop,
} from './operation-options.js';
import { type CommonOptions, parsePort, parseSeconds } from './options.js';
import { loadServer, type RunningServer, type ServeConfig } from './ports.js';

/** What has not come to its end by then ends with the process: no request takes so long (30 seconds, and the drain before). */
const longestStopMs = 60_000;

/** What was compiled by then is kept for the next start; at the end V8 would have forgotten what starting alone took. */
const warmMs = 5_000;

interface ServeOptions extends CommonOptions, OperationOptions, StopOptions {
  readonly host: string;
  readonly port: number;
  readonly jobs: boolean;
  readonly accountPoints: number;
  readonly publicPoints: number;
  /** Addresses or networks, separated by commas. */
  readonly trustProxy?: string;
  readonly readDatabaseUrl?: string;
  readonly publicCacheSeconds: number;
  readonly trustedDocuments?: string;
  readonly trustedDocumentsOnly: boolean;
}

/** `pts serve`: the server in the foreground, with the database it needs, until a signal ends both. */
export function serveCommand(): Command {
  const serving = command('serve', 'Run the server until Ctrl-C')
    .addOption(new Option('--port <number>', 'TCP port').env('PORT').default(4000).argParser(parsePort))
    .addOption(new Option('--host <address>', 'address to listen on').env('HOST_ADDRESS').default('127.0.0.1'))
    .addOption(
      new Option('--account-points <number>', 'points that an account may spend in a minute')
        .env('PTS_ACCOUNT_POINTS')
        .default(30_000)
        .argParser(parsePoints),
    )
    .addOption(
      new Option('--public-points <number>', 'points that an address may spend in a minute on the public side')
        .env('PTS_PUBLIC_POINTS')
        .default(1_200)
        .argParser(parsePoints),
    )
    .addOption(
      new Option('--trust-proxy <addresses>', 'proxies in front that tell the address of a client').env(
        'PTS_TRUST_PROXY',
      ),
    )
    .addOption(
      new Option('--public-cache-seconds <number>', 'how old an answer of the public endpoint may be')
        .env('PTS_PUBLIC_CACHE_SECONDS')
        .default(5)
        .argParser(parseSeconds),
    )
    .addOption(
      new Option(
        '--trusted-documents <path>',
        'documents that clients name by their SHA-256: a directory, or a JSON file',
      ).env('PTS_TRUSTED_DOCUMENTS'),
    )
    .addOption(
      new Option('--trusted-documents-only', 'execute no other document')
        .env('PTS_TRUSTED_DOCUMENTS_ONLY')
        .default(false),
    )
    .addOption(
      new Option('--read-database-url <url>', 'a streaming standby that the public side and dashboards read')
        .env('PTS_READ_DATABASE_URL')
        .argParser(parseAddress),
    )
    .addOption(new Option('--no-jobs', 'leave the job queue to `pts work`'));
  return withStop(withOperation(serving)).action(does<ServeOptions, []>(serve));
}

async function serve(context: CommandContext<ServeOptions>): Promise<void> {
  const { host, port, mode, clock, jobs, accountPoints, publicPoints, trustProxy } = context.options;
  if (mode === 'production' && clock)
    throw new Trouble('In production the clock cannot be set: leave out --clock and PTS_CLOCK.');
  const { publicCacheSeconds, trustedDocuments, trustedDocumentsOnly } = context.options;
  if (trustedDocuments !== undefined && !existsSync(trustedDocuments))
    throw new Trouble(`There is nothing at ${trustedDocuments}, where the trusted documents should be.`);
  if (trustedDocumentsOnly && trustedDocuments === undefined)
    throw new Trouble('Only trusted documents are to be executed, and none are named: give --trusted-documents.');
  await requireFreePort(host, port);
  const database = await openDatabase(context, { load: loadServer });
  try {
    const starter = await loadServer();
    if (context.stop.signal.aborted) throw new Interrupted(context.stop.signal.reason);
    const server = await starter.startServer({
      databaseUrl: database.url,
      host,
      port,
      mode,
      withWorker: jobs,
      rates: { accountPointsPerMinute: accountPoints, publicPointsPerMinute: publicPoints },
      ...(trustProxy === undefined ? {} : { trustProxy }),
      ...servingOf(context.options),
      credentialsFile: credentialsFile(context.options.dataDir, database),
      publicCacheSeconds,
      trustedDocumentsOnly,
      ...(trustedDocuments === undefined ? {} : { trustedDocumentsPath: trustedDocuments }),
      ...(clock ? { clock } : {}),
    });
    show(context, server, database);
    setTimeout(flushCompileCache, warmMs).unref();
    const signal = await context.stop.requested;
    context.reporter.remark('Stopping');
    await Promise.race([server.close(graceMsOf(context.options, signal)), sleep(longestStopMs)]);
  } finally {
    await database.close();
  }
}

/** What of the options is handed on as it is. */
function servingOf(options: ServeOptions): Pick<ServeConfig, 'logLevel' | 'traces' | 'metrics' | 'readDatabaseUrl'> {
  const { logLevel, readDatabaseUrl } = options;
  return { logLevel, ...operationOf(options), ...(readDatabaseUrl === undefined ? {} : { readDatabaseUrl }) };
}

function parsePoints(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Points are a number of at least 1.');
  return Number(text);
}

/** Whether it is there is not asked: a standby that is away keeps no server from starting. */
function parseAddress(text: string): string {
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It is an address such as postgres://user:password@host:5432/database.');
}

/** Beside the data directory, not in it: that one belongs to PostgreSQL. An external database has a file of its own. */
function credentialsFile(dataDir: string, { embedded, url }: OpenDatabase): string {
  const { hostname, port, pathname } = new URL(url);
  const name = createHash('sha256')
    .update(`${hostname}:${port || '5432'}${pathname}`)
    .digest('hex')
    .slice(0, 12);
  return `${resolve(dataDir)}-credentials${embedded ? '' : `-${name}`}.json`;
}

function show(
  { reporter, options }: CommandContext<ServeOptions>,
  server: RunningServer,
  database: OpenDatabase,
): void {
  const { url, welcome = [] } = server;
  reporter.result(
    { url, mode: options.mode, embedded: database.embedded, ...(database.note ? { note: database.note } : {}) },
    [
      '',
      `Production Tracking System (${options.mode})`,
      '',
      `  API and explorer   ${url}/graphql`,
      `  Public API         ${url}/public/graphql`,
      `  Health             ${url}/health/ready`,
      ...(server.metricsUrl === undefined ? [] : [`  Metrics            ${server.metricsUrl}`]),
      `  Database           ${database.directory ? `embedded PostgreSQL in ${database.directory}` : 'external PostgreSQL (DATABASE_URL)'}`,
      ...(database.note ? [`  Note               ${database.note}`] : []),
      ...(welcome.length > 0 ? ['', ...welcome] : []),
      '',
      'Ctrl-C stops it.',
    ],
  );
}
