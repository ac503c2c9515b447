import type { Job } from '../platform/job.js';
import { rollupJob } from '../rollup/rollup-job.js';

/** Every kind of job that the workers know. A new one is a line here. */
export const jobs: readonly Job[] = [rollupJob];
