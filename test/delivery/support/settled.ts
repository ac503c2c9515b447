import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { row, sql } from '../../../src/platform/sql.js';

/** Waits until all that happened is told: transactions of other test files on the same server hold it back while they last. */
export async function settled(em: EntityManager): Promise<void> {
  const heldBack = sql`select exists (select from change_event where epoch = change_epoch_now()
    and xid >= pg_snapshot_xmin(pg_current_snapshot())) as held`;
  while ((await row<{ held: boolean }>(em, heldBack)).held) await pause(20);
}
