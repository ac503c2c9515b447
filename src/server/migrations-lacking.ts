import type { MikroORM } from '@mikro-orm/postgresql';
import { row, rows, sql } from '../platform/sql.js';
import { pendingJobMigrations } from './job-schema.js';
import { migrationsList } from './migrations-list.js';

/** Names of the migrations that a database lacks, those of the job queue included. Asked without the migrator, which would make its table. */
export async function migrationsLackingIn(orm: MikroORM): Promise<readonly string[]> {
  const em = orm.em.fork();
  const { begun } = await row<{ begun: boolean }>(em, sql`select to_regclass('migration') is not null as begun`);
  const applied = begun ? await rows<{ name: string }>(em, sql`select name from migration`) : [];
  const known = new Set(applied.map(({ name }) => name));
  const lacking = migrationsList.map(({ name }) => name).filter(name => !known.has(name));
  return [...lacking, ...(await pendingJobMigrations(orm))];
}
