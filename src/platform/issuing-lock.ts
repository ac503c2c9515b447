import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { row, sql } from './sql.js';

const lockKey = sql`hashtextextended('issue-quarter', 0)`;

/** Issuing is done by one at a time, in this database; the next one waits. Held until the transaction ends. */
export async function lockIssuing(em: EntityManager): Promise<void> {
  await row(em, sql`select pg_advisory_xact_lock(${lockKey})`);
}

/**
 * Keeps a quarter from being issued until this transaction ends, for changes that decide where certificates go: what was
 * checked against the issued quarters stays true until it is committed. QUARTER_BEING_ISSUED while one is.
 */
export async function refuseWhileIssuing(em: EntityManager): Promise<void> {
  const { locked } = await row<{ locked: boolean }>(
    em,
    sql`select pg_try_advisory_xact_lock_shared(${lockKey}) as locked`,
  );
  if (!locked)
    throw new Refusal('QUARTER_BEING_ISSUED', 'A quarter is being issued just now. Try again when it is done.');
}
