import { forgetExports } from '../export/forget-exports.js';
import { writeExport } from '../export/write-export.js';
import type { Job } from '../platform/job.js';
import { forgetRateCounts } from './rate-limiter.js';
import { freeJobsOfTheDead } from './worker-life.js';

/** Every kind of job that the workers know. A new one is a line here. */
export const jobs: readonly Job[] = [forgetRateCounts, freeJobsOfTheDead, writeExport, forgetExports];
