import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { lockWebhook } from './find-webhook.js';
import type { WebhookInput } from './webhook.input.js';

/** Goes on posting to a webhook where it stopped: what could not be delivered comes first, with its tries counted anew. */
export async function resumeWebhook(verb: Verb, { webhookId }: WebhookInput) {
  const webhook = await lockWebhook(verb, webhookId);
  webhook.state = 'ACTIVE';
  webhook.suspendedBecause = null;
  await verb.em.flush();
  await rows(
    verb.em,
    sql`update webhook_delivery set state = 'PENDING', tries = 0, due_at = clock_timestamp()
        where webhook_id = ${webhookId} and kind = 'CHANGES' and state <> 'DELIVERED'`,
  );
  return { webhookId, state: webhook.state };
}
