import type { Job } from '../platform/job.js';
import { rows, sql } from '../platform/sql.js';

/** Days for which the log of a webhook is kept. Ours. */
export const daysKept = 30;

/** Removes deliveries that were made more than 30 days of real time ago and are through, with their tries. */
export const forgetDeliveries: Job = {
  name: 'forget-deliveries',
  everySeconds: 3_600,
  async run({ em }) {
    await rows(
      em,
      sql`delete from webhook_delivery d where d.recorded_at < clock_timestamp() - make_interval(days => ${daysKept}) and d.due_at is null
            and (d.state = 'DELIVERED' or d.kind = 'PING' or d.webhook_id in (select id from webhook where state = 'ENDED'))`,
    );
  },
};
