import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { writeClock } from './clock.js';
import type { SetClockInput } from './clock.type.js';

/** Beyond these years there is neither rule nor reading, and months are no longer written as `YYYY-MM`. */
const [earliest, latest] = [new Date('2000-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z')];

/** Sets or moves the clock of a sandbox: CLOCK_NOT_MOVABLE where the clock is real. */
export async function setClock({ em, context, now }: Verb, input: SetClockInput) {
  if (context.mode !== 'sandbox') throw new Refusal('CLOCK_NOT_MOVABLE', 'The clock of this server is real.');
  if (input.at && input.moveByHours) {
    throw new Refusal('BAD_USER_INPUT', 'Give an instant or hours, not both.', { field: 'moveByHours' });
  }
  const at = input.at ?? (input.moveByHours ? new Date(now.getTime() + input.moveByHours * 3_600_000) : null);
  if (at && (at < earliest || at >= latest)) {
    throw new Refusal('BAD_USER_INPUT', 'The clock goes from 2000 to 2099.', {
      field: input.at ? 'at' : 'moveByHours',
    });
  }
  await writeClock(em, at, context.actor.accountId);
  return { now: (at ?? new Date()).toISOString() };
}
