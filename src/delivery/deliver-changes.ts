import { enqueue, type Job } from '../platform/job.js';
import { rows, sql } from '../platform/sql.js';
import { feedNow } from './change-cursor.js';
import { deliverWebhook } from './deliver-webhook.js';

/**
 * Looks which webhooks have something to be posted, or to be looked at in the feed, and asks for a job for each. Nothing is asked for by
 * what writes a change: a notification at each commit would put the writers in a row.
 */
export const deliverChanges: Job = {
  name: 'deliver-changes',
  everySeconds: 1,
  mayOverlap: true,
  async run({ em }) {
    const { horizon } = await feedNow(em);
    const found = await rows<{ id: string }>(
      em,
      sql`select w.id from webhook w
          where w.state <> 'ENDED' and (w.leased_until is null or w.leased_until < clock_timestamp()) and (
            exists (select from webhook_delivery d where d.webhook_id = w.id and d.due_at <= clock_timestamp()
              and (w.state = 'ACTIVE' or not (d.kind = 'CHANGES' and d.state = 'PENDING')))
            or (w.state = 'ACTIVE'
              and not exists (select from webhook_delivery d where d.webhook_id = w.id and d.kind = 'CHANGES' and d.state <> 'DELIVERED')
              and exists (select from change_event e where (e.epoch, e.xid, e.id) > (w.cursor_epoch, w.cursor_xid, w.cursor_id)
                and (e.epoch, e.xid) < (${horizon.epoch}::int, ${horizon.xid}::xid8))))`,
    );
    for (const { id } of found) {
      await enqueue(em, deliverWebhook.name, { webhookId: id }, { key: `webhook ${id}`, attempts: 1 });
    }
  },
};
