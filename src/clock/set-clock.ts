import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { writeClock } from './clock.js';
import type { SetClockInput } from './clock.type.js';

/** Sets or moves the clock of a sandbox: CLOCK_NOT_MOVABLE where the clock is real. No value at all: back to real time. */
export async function setClock({ em, context, now }: Verb, input: SetClockInput) {
  if (context.mode !== 'sandbox') throw new Refusal('CLOCK_NOT_MOVABLE', 'The clock of this server is real.');
  const given = input.at ?? null;
  const hours = input.moveByHours ?? null;
  if (given !== null && hours !== null) {
    throw new Refusal('BAD_USER_INPUT', 'Give an instant or hours, not both.', { field: 'moveByHours' });
  }
  const at = hours === null ? given : new Date(now.getTime() + hours * 3_600_000);
  await writeClock(em, at, context.actor.accountId, hours === null ? 'at' : 'moveByHours');
  return { now: (at ?? new Date()).toISOString() };
}
