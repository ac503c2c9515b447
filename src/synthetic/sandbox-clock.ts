import { randomUUID } from 'node:crypto';
import { Refusal } from '../domain/error.js';
import type { Ask } from './api-client.js';
import { type ClockNow, clock, setClock } from './operations.js';

/** Real time and the sandbox's may differ by this much and still be the same. */
const sameMs = 5_000;

/** Moves the sandbox clock to an instant. */
export type MoveClock = (at: Date) => Promise<void>;

/**
 * Lets work move the clock of a sandbox and puts it back afterwards, gone on by as long as the work took. Refuses with
 * CLOCK_NOT_MOVABLE where the clock is real.
 */
export async function withMovedClock<T>(staff: Ask, work: (move: MoveClock) => Promise<T>): Promise<T> {
  const { now, movable } = (await staff<ClockNow>(clock, {})).clock;
  if (!movable)
    throw new Refusal('CLOCK_NOT_MOVABLE', 'The server is in production: a synthetic year needs a sandbox.');
  const aheadMs = new Date(now).getTime() - Date.now();
  const put = (at: Date | null) =>
    staff(setClock, { input: { at: at?.toISOString() ?? null }, key: `synthetic year, clock ${randomUUID()}` });
  let moved = false;
  try {
    return await work(async at => {
      moved = true;
      await put(at);
    });
  } finally {
    if (moved) await put(Math.abs(aheadMs) < sameMs ? null : new Date(Date.now() + aheadMs));
  }
}
