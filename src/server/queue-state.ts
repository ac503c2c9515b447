import type { EntityManager } from '@mikro-orm/postgresql';
import { row, sql } from '../platform/sql.js';

/** How the job queue stands. */
export interface QueueState {
  /** Jobs whose time has come and that nobody does yet. */
  readonly due: number;
  /** For how long the oldest of them has been due, in seconds; 0 without any. */
  readonly oldestDueSeconds: number;
  /** Jobs that failed as often as they may: a person has to look. */
  readonly givenUp: number;
}

/** Asks the queue how it stands. */
export function queueState(em: EntityManager): Promise<QueueState> {
  return row<QueueState>(
    em,
    sql`select count(*) filter (where is_available and run_at <= now())::int as due,
               coalesce(extract(epoch from clock_timestamp() - min(run_at) filter (where is_available and run_at <= now())), 0)::float8
                 as "oldestDueSeconds",
               count(*) filter (where attempts >= max_attempts and locked_at is null)::int as "givenUp"
        from graphile_worker._private_jobs`,
  );
}
