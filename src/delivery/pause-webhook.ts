import type { Verb } from '../platform/perform.js';
import { lockWebhook } from './find-webhook.js';
import type { WebhookInput } from './webhook.input.js';

/** Stops posting to a webhook until it is resumed. Nothing is lost: its place in the feed stays. */
export async function pauseWebhook(verb: Verb, { webhookId }: WebhookInput) {
  const webhook = await lockWebhook(verb, webhookId);
  webhook.state = 'PAUSED';
  webhook.suspendedBecause = null;
  await verb.em.flush();
  return { webhookId, state: webhook.state };
}
