import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import { textRows } from '../platform/text-rows.js';
import { clockRange, isInClockRange } from './clock-range.js';

/** The instant that it is for everybody: real time, or in sandbox mode real time moved by what the database holds. */
export async function readClock(em: EntityManager, mode: 'sandbox' | 'production'): Promise<Date> {
  if (mode === 'production') return new Date();
  const offset = sql`select offset_ms as "offsetMs" from sandbox_clock`;
  const offsetMs = em.isInTransaction()
    ? (await maybeRow<{ offsetMs: string }>(em, offset))?.offsetMs
    : (await textRows<readonly [string]>(em, offset))[0]?.[0];
  return new Date(Date.now() + Number(offsetMs ?? 0));
}

/**
 * Sets the sandbox clock to an instant, from which it goes on; null: back to real time. BAD_USER_INPUT, which names the field
 * that the instant came from, outside the range of the clock.
 */
export async function writeClock(
  em: EntityManager,
  at: Date | null,
  setBy: string | null,
  field: 'at' | 'moveByHours' = 'at',
): Promise<void> {
  if (at !== null && !isInClockRange(at)) throw new Refusal('BAD_USER_INPUT', clockRange, { field });
  const offsetMs = at === null ? 0 : at.getTime() - Date.now();
  await rows(
    em,
    sql`insert into sandbox_clock (offset_ms, set_by) values (${offsetMs}, ${setBy})
        on conflict on constraint sandbox_clock_pk
        do update set offset_ms = excluded.offset_ms, set_by = excluded.set_by, recorded_at = clock_timestamp()`,
  );
}

/** Whether anybody has set the sandbox clock. */
export async function clockIsSet(em: EntityManager): Promise<boolean> {
  return (await maybeRow(em, sql`select from sandbox_clock`)) !== null;
}
