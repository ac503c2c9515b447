import type { Month } from '../../../src/domain/month.js';
import { refreshRollups } from '../../../src/rollup/refresh-rollups.js';
import { openDatabase } from '../../../src/server/database.js';

/** Has the job of a worker done: what is on record is rolled up. */
export async function rollUp(databaseUrl: string, month: string): Promise<void> {
  const orm = await openDatabase(databaseUrl, { poolSize: 2 });
  try {
    await refreshRollups(orm.em.fork(), month as Month);
  } finally {
    await orm.close(true);
  }
}
