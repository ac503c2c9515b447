import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { lockWebhook } from './find-webhook.js';
import type { WebhookInput } from './webhook.input.js';

/** Ends a webhook for ever: nothing is posted to it any more, and its secrets are forgotten. Its log can be read as long as others. */
export async function endWebhook(verb: Verb, { webhookId }: WebhookInput) {
  const { em } = verb;
  const webhook = await lockWebhook(verb, webhookId);
  webhook.state = 'ENDED';
  webhook.suspendedBecause = null;
  await em.flush();
  await rows(em, sql`delete from webhook_secret where webhook_id = ${webhookId}`);
  await rows(em, sql`update webhook_delivery set due_at = null where webhook_id = ${webhookId}`);
  return { webhookId, state: webhook.state };
}
