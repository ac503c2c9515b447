import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockWebhook } from './find-webhook.js';
import type { RotateWebhookSecretInput } from './webhook.input.js';
import { addSecret } from './webhook-secrets.js';

/** The longest time for which the secret before stays valid. Ours. */
export const longestOverlapHours = 168;

/** Gives a webhook a new secret; posts are signed with both while the one before is valid. */
export async function rotateWebhookSecret(
  verb: Verb,
  { webhookId, overlapHours }: RotateWebhookSecretInput,
  secret: Buffer,
) {
  if (overlapHours < 0 || overlapHours > longestOverlapHours) {
    throw new Refusal('BAD_USER_INPUT', `\`overlapHours\` must be 0 to ${longestOverlapHours}.`, {
      field: 'overlapHours',
      value: overlapHours,
      maximum: longestOverlapHours,
    });
  }
  const webhook = await lockWebhook(verb, webhookId);
  await addSecret(verb.em, webhookId, secret, overlapHours);
  return { webhookId, state: webhook.state };
}
