import type { EntityManager } from '@mikro-orm/postgresql';
import type { Job } from '../platform/job.js';
import { rows, sql } from '../platform/sql.js';

/** A worker says that it lives this often, in seconds. */
export const signOfLifeSeconds = 10;
/** Not heard of for so long, a worker is dead: three signs are missing. */
const deadAfter = '35 seconds';

/** Says of workers that they live. */
export async function sayAlive(em: EntityManager, workerIds: readonly string[]): Promise<void> {
  await rows(
    em,
    sql`insert into worker_life (worker_id, seen_at) select id, clock_timestamp() from unnest(${[...workerIds]}::text[]) as w (id)
        on conflict on constraint worker_life_pk do update set seen_at = excluded.seen_at`,
  );
}

/** Takes leave of workers that have ended. */
export async function sayEnded(em: EntityManager, workerIds: readonly string[]): Promise<void> {
  await rows(em, sql`delete from worker_life where worker_id = any(${[...workerIds]}::text[])`);
}

/**
 * Gives the jobs of dead workers back to the queue. The queue's own way to tell takes four hours; a worker that was killed would keep
 * an export, or the deliveries of a webhook, for as long. What may be tried once alone is asked for again by others: it goes, since
 * it would stand as given up, for a person to look at.
 */
export const freeJobsOfTheDead: Job = {
  name: 'free-jobs-of-the-dead',
  everySeconds: 15,
  mayOverlap: true, // nothing frees the queue of what frees the queues
  async run({ em }) {
    const dead = await rows<{ workerId: string }>(
      em,
      sql`with holding as (
            select distinct locked_by as worker_id from graphile_worker._private_jobs
            where locked_by is not null and locked_at < clock_timestamp() - ${deadAfter}::interval
            union
            select distinct locked_by from graphile_worker._private_job_queues
            where locked_by is not null and locked_at < clock_timestamp() - ${deadAfter}::interval)
          select h.worker_id as "workerId" from holding h
          where not exists (select from worker_life l
            where l.worker_id = h.worker_id and l.seen_at > clock_timestamp() - ${deadAfter}::interval)`,
    );
    if (dead.length > 0) {
      const ids = sql`${dead.map(({ workerId }) => workerId)}::text[]`;
      await rows(em, sql`delete from graphile_worker._private_jobs where locked_by = any(${ids}) and max_attempts = 1`);
      await rows(em, sql`select from graphile_worker.force_unlock_workers(${ids})`);
    }
    await rows(em, sql`delete from worker_life where seen_at < clock_timestamp() - interval '1 hour'`);
  },
};
