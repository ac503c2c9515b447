import type { MikroORM } from '@mikro-orm/postgresql';
import { openDatabase, type PoolOptions } from './database.js';
import { positionsOf, Standby } from './standby.js';

/** Where the public side reads: from a copy while it is near enough, else where everything is written. */
export interface ReadDatabase {
  /** The pool that a request of the public side is to use now. */
  choose(): MikroORM;
  readonly copy: { readonly orm: MikroORM; readonly standby: Standby } | null;
  close(): Promise<void>;
}

/** The addresses of the primary and, if there is one, of the copy; the pool that watches them; limits of the pools. */
export interface ReadDatabaseOptions {
  readonly databaseUrl: string;
  readonly readDatabaseUrl?: string | undefined;
  readonly watch: MikroORM;
  readonly pool: PoolOptions;
}

/** Opens the pools of the public side. A copy that is away does not hinder: it is looked for again every second. */
export async function openReadDatabase(options: ReadDatabaseOptions): Promise<ReadDatabase> {
  const { databaseUrl, readDatabaseUrl, watch, pool } = options;
  const primary = await openDatabase(databaseUrl, pool);
  if (readDatabaseUrl === undefined) return { choose: () => primary, copy: null, close: () => primary.close(true) };
  const orm = await openDatabase(readDatabaseUrl, { ...pool, name: `${pool.name}-replica` });
  const watchPool = { poolSize: 1, name: 'pts-watch', statementMs: 2_000, withoutEntities: true };
  const watchCopy = await openDatabase(readDatabaseUrl, watchPool);
  const standby = new Standby(positionsOf(watch, watchCopy));
  await standby.follow();
  return {
    choose: () => (standby.state.inUse ? orm : primary),
    copy: { orm, standby },
    async close() {
      standby.stop();
      await Promise.all([primary.close(true), orm.close(true), watchCopy.close(true)]);
    },
  };
}
