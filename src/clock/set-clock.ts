import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { writeClock } from './clock.js';
import type { SetClockInput } from './clock.type.js';

/** Sets or moves the clock of a sandbox: CLOCK_NOT_MOVABLE where the clock is real. */
export async function setClock({ em, context, now }: Verb, input: SetClockInput) {
  if (context.mode !== 'sandbox') throw new Refusal('CLOCK_NOT_MOVABLE', 'The clock of this server is real.');
  if (input.at && input.moveByHours) {
    throw new Refusal('BAD_USER_INPUT', 'Give an instant or hours, not both.', { field: 'moveByHours' });
  }
  const at = input.at ?? (input.moveByHours ? new Date(now.getTime() + input.moveByHours * 3_600_000) : null);
  await writeClock(em, at, context.actor.accountId);
  return { now: (at ?? new Date()).toISOString() };
}
