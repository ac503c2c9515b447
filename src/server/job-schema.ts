import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger, runMigrations } from 'graphile-worker';
import { maybeRow, row, sql } from '../platform/sql.js';

/** The last migration of the job queue's own schema in the version that package.json pins; a test holds the two together. */
export const jobSchemaVersion = 20;

const silent = new Logger(() => () => undefined);

/** Gives the database the tables of the job queue, or brings them to this version; gives the name of what it did. */
export async function migrateJobs(orm: MikroORM, url: string): Promise<readonly string[]> {
  const pending = await pendingJobMigrations(orm);
  if (pending.length > 0) await runMigrations({ connectionString: url, maxPoolSize: 1, logger: silent });
  return pending;
}

/** What the database lacks of the job queue's tables: nothing, or one name. */
export async function pendingJobMigrations(orm: MikroORM): Promise<readonly string[]> {
  const em = orm.em.fork();
  const { begun } = await row<{ begun: boolean }>(
    em,
    sql`select to_regclass('graphile_worker.migrations') is not null as begun`,
  );
  const last = begun
    ? await maybeRow<{ id: number }>(em, sql`select max(id)::int as id from graphile_worker.migrations`)
    : null;
  return (last?.id ?? 0) >= jobSchemaVersion ? [] : [`job-queue-${jobSchemaVersion}`];
}
