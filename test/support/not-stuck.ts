import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from '../../src/platform/sql.js';

/** Waits for work that takes a moment; fails after 40 seconds, sooner than the test would, and tells which transactions are open then and who holds them. */
export async function notStuck<T>(em: EntityManager, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const tooLate = async (): Promise<never> => {
    await sleep(40_000, undefined, { signal: over.signal });
    const open = await rows(
      em,
      sql`select datname, pid, pg_blocking_pids(pid)::text as held_by, state, wait_event, (clock_timestamp() - xact_start)::text as age,
                 left(query, 300) as query
          from pg_stat_activity where xact_start is not null and pid <> pg_backend_pid() order by xact_start`,
    );
    throw new Error(`Not done after 40 seconds; open transactions: ${JSON.stringify(open, null, 1)}`);
  };
  try {
    return await Promise.race([work, tooLate()]);
  } finally {
    over.abort();
  }
}
