import { acquireEmbeddedDatabase } from '../embedded/acquire.js';
import { Trouble } from '../embedded/trouble.js';
import type { CommandContext } from './command.js';
import { requireUsable } from './external-database.js';
import { Interrupted } from './failure.js';
import { bindMode, requireMode } from './mode.js';
import { type DatabasePort, loadDatabase, type Mode } from './ports.js';

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

/** How a command uses a database. */
export interface OpenOptions {
  /** Also apply to an external database what it lacks (`pts migrate`), instead of refusing to use it. */
  readonly migrateExternal?: boolean;
  /** Loads what the command needs besides: begun while PostgreSQL starts. It fails for the command, which loads it again. */
  readonly load?: () => Promise<unknown>;
  /** The command only looks (or migrates): a database that is bound to no mode yet stays so. */
  readonly bindsNoMode?: boolean;
}

/**
 * Opens the database that the options name. The caller closes it. Its first use binds it to a mode; one that is bound to the
 * other mode is refused.
 */
export async function openDatabase(context: CommandContext, how: OpenOptions = {}): Promise<OpenDatabase> {
  const { databaseUrl } = context.options;
  return databaseUrl ? openExternal(databaseUrl, context, how) : openEmbedded(context, how);
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

async function openEmbedded({ options, reporter, stop }: CommandContext, how: OpenOptions): Promise<OpenDatabase> {
  const { load = loadDatabase } = how;
  const meanwhile = () => void load().catch(() => undefined); // it fails again where it is waited for
  const embedded = await acquireEmbeddedDatabase({ directory: options.dataDir, log: reporter.remark, meanwhile });
  stop.onForce(() => embedded.abandon());
  const { url, directory, note } = embedded;
  const close = () => embedded.release();
  try {
    if (stop.signal.aborted) throw new Interrupted(stop.signal.reason);
    const port = await loadDatabase();
    const applied = await inMode(url, options.mode, how, () => port.migrate(url));
    return { url, embedded: true, directory, applied, close, ...(note === undefined ? {} : { note }) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openExternal(url: string, { options }: CommandContext, how: OpenOptions): Promise<OpenDatabase> {
  const [port] = await Promise.all([loadDatabase(), requireUsable(url)]);
  const applied = await inMode(url, options.mode, how, () =>
    how.migrateExternal ? port.migrate(url) : refuseBehind(url, port),
  );
  return { url, embedded: false, applied, close: async () => undefined };
}

/** Asks for the mode before anything is written, and binds what is bound to none once it has its shape. */
async function inMode<T>(url: string, mode: Mode, how: OpenOptions, shape: () => Promise<T>): Promise<T> {
  const bound = await requireMode(url, mode);
  const shaped = await shape();
  if (bound === undefined && !how.bindsNoMode) await bindMode(url, mode);
  return shaped;
}

async function refuseBehind(url: string, port: DatabasePort): Promise<readonly string[]> {
  const pending = await port.pendingMigrations(url);
  if (pending.length === 0) return [];
  const count = pending.length === 1 ? 'one migration' : `${pending.length} migrations`;
  throw new Trouble(
    `The database is behind by ${count} (next: ${pending[0]}): run npm run migrate with the same DATABASE_URL first.`,
  );
}
