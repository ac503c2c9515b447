import { acquireEmbeddedDatabase } from '../embedded/acquire.js';
import { Trouble } from '../embedded/trouble.js';
import type { CommandContext } from './command.js';
import { requireUsable } from './external-database.js';
import { Interrupted } from './failure.js';
import { type DatabasePort, loadDatabase } from './ports.js';

/** A database, ready to be worked with: embedded and migrated, or external and found to be up to date. */
export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Where the embedded data lie. */
  readonly directory?: string;
  /** Why they lie there, when that is not where they were asked for. */
  readonly note?: string;
  /** Names of the migrations that opening it applied. */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

interface OpenOptions {
  /** Also apply to an external database what it lacks (`pts migrate`), instead of refusing to use it. */
  readonly migrateExternal?: boolean;
}

/** Opens the database that the options name. The caller closes it. */
export async function openDatabase(context: CommandContext, how: OpenOptions = {}): Promise<OpenDatabase> {
  const { databaseUrl } = context.options;
  return databaseUrl ? openExternal(databaseUrl, how) : openEmbedded(context);
}

/** Opens the database, does the work, closes it, also when a signal interrupts. Out: what the work returns. */
export async function withDatabase<T>(
  context: CommandContext,
  work: (database: OpenDatabase) => Promise<T>,
  how: OpenOptions = {},
): Promise<T> {
  const database = await openDatabase(context, how);
  try {
    return await Promise.race([work(database), interruption(context)]);
  } finally {
    await database.close();
  }
}

async function interruption(context: CommandContext): Promise<never> {
  throw new Interrupted(await context.stop.requested);
}

async function openEmbedded({ options, reporter, stop }: CommandContext): Promise<OpenDatabase> {
  const loading = loadDatabase(); // takes as long as PostgreSQL needs to start
  loading.catch(() => undefined); // it fails below, where the database is released
  const embedded = await acquireEmbeddedDatabase({ directory: options.dataDir, log: reporter.remark });
  stop.onForce(() => embedded.abandon());
  const { url, directory, note } = embedded;
  const close = () => embedded.release();
  try {
    if (stop.signal.aborted) throw new Interrupted(stop.signal.reason);
    const applied = await (await loading).migrate(url);
    return { url, embedded: true, directory, applied, close, ...(note === undefined ? {} : { note }) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openExternal(url: string, { migrateExternal = false }: OpenOptions): Promise<OpenDatabase> {
  const [port] = await Promise.all([loadDatabase(), requireUsable(url)]);
  const applied = migrateExternal ? await port.migrate(url) : await refuseBehind(url, port);
  return { url, embedded: false, applied, close: async () => undefined };
}

async function refuseBehind(url: string, port: DatabasePort): Promise<readonly string[]> {
  const pending = await port.pendingMigrations(url);
  if (pending.length === 0) return [];
  const count = pending.length === 1 ? 'one migration' : `${pending.length} migrations`;
  throw new Trouble(
    `The database is behind by ${count} (next: ${pending[0]}): run npm run migrate with the same DATABASE_URL first.`,
  );
}
