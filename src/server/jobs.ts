import { deliverChanges } from '../delivery/deliver-changes.js';
import { deliverWebhook } from '../delivery/deliver-webhook.js';
import { forgetDeliveries } from '../delivery/forget-deliveries.js';
import type { Job } from '../platform/job.js';

/** Every kind of job that the workers know. A new one is a line here. */
export const jobs: readonly Job[] = [deliverChanges, deliverWebhook, forgetDeliveries];
