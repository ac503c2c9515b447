import { deliverChanges } from '../delivery/deliver-changes.js';
import { deliverWebhook } from '../delivery/deliver-webhook.js';
import { forgetDeliveries } from '../delivery/forget-deliveries.js';
import { forgetExports } from '../export/forget-exports.js';
import { writeExport } from '../export/write-export.js';
import type { Job } from '../platform/job.js';
import { rollupJob } from '../rollup/rollup-job.js';
import { forgetRateCounts } from './rate-limiter.js';
import { freeJobsOfTheDead } from './worker-life.js';

/** Every kind of job that the workers know. A new one is a line here. */
export const jobs: readonly Job[] = [
  forgetRateCounts,
  freeJobsOfTheDead,
  writeExport,
  forgetExports,
  deliverChanges,
  deliverWebhook,
  forgetDeliveries,
  rollupJob,
];
