import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { bodyOf, newDeliveryId } from './delivery-body.js';
import { lockWebhook } from './find-webhook.js';
import type { WebhookInput } from './webhook.input.js';

/** Asks for a post without changes to a webhook, tried once, whether it is active or not. */
export async function testWebhook(verb: Verb, { webhookId }: WebhookInput) {
  const webhook = await lockWebhook(verb, webhookId);
  const deliveryId = newDeliveryId();
  await rows(
    verb.em,
    sql`insert into webhook_delivery (id, webhook_id, kind, state, body, changes, due_at, created_at)
        values (${deliveryId}, ${webhookId}, 'PING', 'PENDING', ${bodyOf(webhookId, deliveryId, [])}, 0, clock_timestamp(), ${verb.now})`,
  );
  return { webhookId, state: webhook.state, deliveryId };
}
