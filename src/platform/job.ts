import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from './sql.js';

/** What the work of a job is given. */
export interface JobRun {
  /** An entity manager of its own, in no transaction: the work opens the transactions that it needs. */
  readonly em: EntityManager;
  readonly payload: unknown;
  /** The clock of the house when the job began; in a sandbox it may have been moved. */
  readonly now: Date;
  readonly mode: 'sandbox' | 'production';
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** Aborted when the worker is asked to end: the work stops at the next place where nothing is lost. */
  readonly signal: AbortSignal;
}

/** A kind of work that workers do, outside of any request. It may be done twice, so doing it again must change nothing. */
export interface Job {
  /** The name under which it is asked for: `deliver-webhook`. */
  readonly name: string;
  /** Asked for by the workers themselves every so many seconds; never twice at once, unless it may overlap. */
  readonly everySeconds?: number;
  /** It recurs and may be done twice at once: then a worker that dies in the middle holds nothing up, as its queue would for a minute. */
  readonly mayOverlap?: boolean;
  run(job: JobRun): Promise<void>;
}

/** How a job is asked for. */
export interface JobOptions {
  /** Asked for again under this key before it began: once is enough, with the later payload and time. */
  readonly key?: string;
  /** Jobs of one queue are done one after the other, in the order of their time. */
  readonly queue?: string;
  /** Real time before which it does not begin. */
  readonly notBefore?: Date;
  /** Tries before it is given up, with growing pauses; 25 unless told. */
  readonly attempts?: number;
}

/** Asks for a job in the transaction of `em`: it is done if that transaction commits, and only then. */
export async function enqueue(em: EntityManager, name: string, payload: object, options: JobOptions = {}) {
  const { key = null, queue = null, notBefore = null, attempts = null } = options;
  await rows(
    em,
    sql`select from graphile_worker.add_job(${name}::text, payload => ${JSON.stringify(payload)}::json, queue_name => ${queue}::text,
          run_at => ${notBefore}::timestamptz, max_attempts => ${attempts}::int, job_key => ${key}::text)`,
  );
}
