/** Sandbox: a demo world, a clock that can be moved. Production: neither. */
export type Mode = 'sandbox' | 'production';

/** What the server needs to know. */
export interface ServeConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly mode: Mode;
  /** The moment that counts as now, if it was set; never in production. */
  readonly clock?: Date;
  /** For how many seconds an answer of the public endpoint may be given again. */
  readonly publicCacheSeconds?: number;
  /** A directory or file of documents that clients name by their hash. */
  readonly trustedDocumentsPath?: string;
  /** Whether no other document is executed. */
  readonly trustedDocumentsOnly?: boolean;
  /** Keeps the secrets of a demonstration, of which the database has hashes only, for the next start; may not exist yet. */
  readonly credentialsFile: string;
  /** What may be spent in a minute, in points. */
  readonly rates: { readonly accountPointsPerMinute: number; readonly publicPointsPerMinute: number };
  /** Proxies whose word on the address of a client counts. */
  readonly trustProxy?: string;
  /** Whether this process also does jobs of the queue. */
  readonly withWorker: boolean;
  /** A streaming copy of the database for the public side. */
  readonly readDatabaseUrl?: string;
  /** `info`: a line on stderr for each request. */
  readonly logLevel: 'info' | 'warn';
  readonly metrics?: MetricsPlace;
  /** Traces are sent, to where the environment says. */
  readonly traces?: object;
}

/** Where metrics are served. */
export interface MetricsPlace {
  readonly host: string;
  readonly port: number;
}

/** What a worker needs to know. */
export interface WorkConfig {
  readonly databaseUrl: string;
  readonly mode: Mode;
  /** Jobs done at once. */
  readonly concurrency: number;
  readonly metrics?: MetricsPlace;
  readonly traces?: object;
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  /** Lines for the screen: credentials, a query to paste. */
  readonly welcome?: readonly string[];
  readonly metricsUrl?: string;
  /** Says that it leaves, goes on for so many milliseconds, stops listening, finishes answers under way and closes the pools. */
  close(graceMs?: number): Promise<void>;
}

/** src/server/start.ts */
export interface ServerPort {
  startServer(config: ServeConfig): Promise<RunningServer>;
  startWorkerAlone(config: WorkConfig): Promise<{ readonly metricsUrl?: string; close(): Promise<void> }>;
}

/** src/server/database.ts */
export interface DatabasePort {
  /** Applies what the database lacks; gives the names of what was applied. */
  migrate(url: string): Promise<readonly string[]>;
  /** The names of what the database lacks. */
  pendingMigrations(url: string): Promise<readonly string[]>;
}

export const loadServer = (): Promise<ServerPort> => import('../server/start.js');
export const loadDatabase = (): Promise<DatabasePort> => import('../server/database.js');
