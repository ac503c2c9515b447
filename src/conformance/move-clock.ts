import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockOpenRun } from './find-run.js';
import { runEndsAt } from './fleet.js';

/** Where the clock of a run is to stand. */
export interface MoveConformanceClock {
  readonly runId: string;
  readonly to: Date;
}

/** Moves the clock of a run, which stands otherwise, forward: the house keeps its own. NOT_FOUND, NOT_OPEN; BAD_USER_INPUT backwards and beyond its end. */
export async function moveConformanceClock(verb: Verb, { runId, to }: MoveConformanceClock) {
  const run = await lockOpenRun(verb, runId);
  if (to <= run.clockAt || to > runEndsAt) {
    throw new Refusal('BAD_USER_INPUT', 'The clock of a run goes forward only, and for a year.', {
      field: 'to',
      value: to.toISOString(),
      after: run.clockAt.toISOString(),
      latest: runEndsAt.toISOString(),
    });
  }
  run.clockAt = to;
  await verb.em.flush();
  return { runId, clockAt: to.toISOString() };
}
