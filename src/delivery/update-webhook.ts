import type { Verb } from '../platform/perform.js';
import { kindsOrAll, requireDescription } from './create-webhook.js';
import { lockWebhook } from './find-webhook.js';
import type { UpdateWebhookInput } from './webhook.input.js';
import { requireWebhookUrl } from './webhook-url.js';

/** Changes where a webhook posts to, its description or its kinds; what is absent stays. Deliveries that were made stay as they are. */
export async function updateWebhook(verb: Verb, { webhookId, url, description, kinds }: UpdateWebhookInput) {
  const webhook = await lockWebhook(verb, webhookId);
  if (typeof url === 'string') {
    requireWebhookUrl(url, verb.context.mode);
    webhook.url = url;
  }
  if (typeof description === 'string') {
    requireDescription(description);
    webhook.description = description;
  }
  if (kinds) webhook.kinds = kindsOrAll(kinds);
  await verb.em.flush();
  return { webhookId, state: webhook.state };
}
