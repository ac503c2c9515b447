import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ask } from '../client/api-client.js';
import { Refusal } from '../domain/error.js';
import { maybeRow, sql } from '../platform/sql.js';
import { type ClockNow, clock, setClock } from './operations.js';

/** Real time and the sandbox's may differ by this much and still be the same. */
const sameMs = 5_000;

/** Moves the sandbox clock to an instant. */
export type MoveClock = (at: Date) => Promise<void>;

/**
 * Lets work move the clock of a sandbox and puts it back afterwards, gone on by as long as the work took; back to real time when
 * it stands where a killed run left it. Refuses with CLOCK_NOT_MOVABLE where the clock is real.
 */
export async function withMovedClock<T>(
  staff: Ask,
  leftBehind: boolean,
  work: (move: MoveClock) => Promise<T>,
): Promise<T> {
  const { now, movable } = (await staff<ClockNow>(clock, {})).clock;
  if (!movable)
    throw new Refusal('CLOCK_NOT_MOVABLE', 'The server is in production: a synthetic year needs a sandbox.');
  const aheadMs = new Date(now).getTime() - Date.now();
  const put = (at: Date | null) =>
    staff(setClock, { input: { at: at?.toISOString() ?? null }, key: `synthetic year, clock ${randomUUID()}` });
  let moved = leftBehind;
  try {
    return await work(async at => {
      moved = true;
      await put(at);
    });
  } finally {
    const isReal = leftBehind || Math.abs(aheadMs) < sameMs;
    if (moved) await put(isReal ? null : new Date(Date.now() + aheadMs));
  }
}

/** Whether the clock was last set by an account, to a time between two instants: where a killed run of ours left it. */
export async function clockLeftBehind(em: EntityManager, accountId: string, from: Date, to: Date): Promise<boolean> {
  const set = await maybeRow<{ offsetMs: string }>(
    em,
    sql`select offset_ms as "offsetMs" from sandbox_clock where set_by = ${accountId}`,
  );
  const ms = Date.now() + Number(set?.offsetMs ?? 0);
  return set !== null && from.getTime() <= ms && ms < to.getTime();
}
