import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import { lockWebhook } from './find-webhook.js';
import type { RedeliverWebhookInput } from './webhook.input.js';

/**
 * Asks for a delivery to be posted again at once, word for word and under its id. The one whose turn it is keeps its place and its further
 * tries; another one is tried once, beside those that come in their order. NOT_FOUND when it is not the actor's, or forgotten.
 */
export async function redeliverWebhook(verb: Verb, { deliveryId }: RedeliverWebhookInput) {
  const { em } = verb;
  const found = await maybeRow<{ webhookId: string }>(
    em,
    sql`select webhook_id as "webhookId" from webhook_delivery where id = ${deliveryId}`,
  );
  const notFound = new Refusal('NOT_FOUND', 'There is no such delivery, or it is not yours.', { deliveryId });
  if (!found) throw notFound;
  const { id: webhookId, state } = await lockWebhook(verb, found.webhookId).catch(error => {
    throw error instanceof Refusal && error.code === 'NOT_FOUND' ? notFound : error;
  });
  await rows(em, sql`update webhook_delivery set due_at = clock_timestamp() where id = ${deliveryId}`);
  return { webhookId, state, deliveryId };
}
