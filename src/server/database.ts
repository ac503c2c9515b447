import { Migrator } from '@mikro-orm/migrations';
import { type MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { keepPlansBeside } from '../platform/kept-plans.js';
import { row, sql } from '../platform/sql.js';
import { forgetBrokenConnections } from './broken-connections.js';
import { entities } from './entities.js';
import { migrateJobs } from './job-schema.js';
import { migrationsLackingIn } from './migrations-lacking.js';
import { migrationsList } from './migrations-list.js';
import { openOrm } from './open-orm.js';

export interface PoolOptions {
  /** At most so many connections, 10; half as many more for named statements. */
  readonly poolSize?: number;
  /** How the connections are called in `pg_stat_activity`. */
  readonly name?: string;
  /** A statement that runs longer is cancelled. */
  readonly statementMs?: number;
  /** Only for statements: the tables are not looked through, which takes a tenth of a second. */
  readonly withoutEntities?: boolean;
  /** Gets each pool when it is made, to watch it: that for named statements is called after its own. */
  readonly onPool?: (name: string, pool: Pool) => void;
}

/** Opens a pool on a database. What the ORM could load besides is not looked for (`MikroORM.init`): the house names what it uses. */
export async function openDatabase(url: string, options: PoolOptions = {}): Promise<MikroORM> {
  const { poolSize = 10, name = 'pts', statementMs = 0, withoutEntities = false, onPool } = options;
  return openOrm(withoutEntities ? [] : entities, {
    clientUrl: url,
    discovery: { warnWhenNoEntities: false },
    namingStrategy: UnderscoreNamingStrategy,
    extensions: [Migrator],
    migrations: { migrationsList, tableName: 'migration', snapshot: false, allOrNothing: true },
    pool: { min: 0, max: poolSize },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    logger: () => undefined,
    ensureDatabase: false,
    driverOptions: {
      connectionTimeoutMillis: 10_000,
      options: `-c timezone=UTC -c jit=off -c statement_timeout=${statementMs}`,
      application_name: name,
      onPoolCreated(pool: Pool) {
        forgetBrokenConnections(pool);
        const named = keepPlansBeside(pool);
        onPool?.(name, pool);
        onPool?.(`${name}-named`, named);
      },
    },
  });
}

/** Applies the migrations that the database lacks; gives their names. Two at once: the second waits, then finds nothing. */
export async function migrate(url: string): Promise<readonly string[]> {
  if ((await pendingMigrations(url)).length === 0) return [];
  const orm = await openDatabase(url, { poolSize: 3 });
  try {
    return await orm.em.fork().transactional(async em => {
      await row(em, sql`select pg_advisory_xact_lock(hashtextextended('migrate', 0))`);
      const applied = await orm.migrator.up();
      return [...applied.map(migration => migration.name), ...(await migrateJobs(orm, url))];
    });
  } finally {
    await orm.close(true);
  }
}

/** Names of the migrations that the database lacks. Changes nothing in it, be it empty. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const orm = await openDatabase(url, { poolSize: 1, withoutEntities: true });
  try {
    return await migrationsLackingIn(orm);
  } finally {
    await orm.close(true);
  }
}
