import { monthOf } from '../domain/month.js';
import { localDateOf } from '../domain/time-zone.js';
import type { Job } from '../platform/job.js';
import { refreshRollups } from './refresh-rollups.js';

/** Seconds between two runs. A roll-up is at most this old, and the time that a run takes; the house states a minute. */
const everySeconds = 10;

/** Keeps the roll-ups: what was committed since the last run is computed anew. */
export const rollupJob: Job = {
  name: 'refresh-rollups',
  everySeconds,
  run: ({ em, now, signal }) => refreshRollups(em, monthOf(localDateOf(now)), signal),
};
