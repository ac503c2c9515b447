import { longestName, plainText, textAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import { feedNow, positionOf } from './change-cursor.js';
import { WebhookEntity } from './delivery.entity.js';
import type { CreateWebhookInput } from './webhook.input.js';
import { addSecret } from './webhook-secrets.js';
import { requireWebhookUrl } from './webhook-url.js';

/** Webhooks that an organisation may have at once. Ours. */
export const maximumWebhooks = 10;

/**
 * Makes a webhook that tells what the actor's account may see, from now on or from a cursor on. The secret is not part of the outcome, so
 * a retry does not show it. CONFLICT when the organisation has as many as it may; BAD_USER_INPUT an address that nothing is posted to.
 */
export async function createWebhook({ em, context, now }: Verb, input: CreateWebhookInput, secret: Buffer) {
  const { organisationId, accountId } = context.actor;
  const { url, description, kinds } = input;
  requireWebhookUrl(url, context.mode);
  requireDescription(description);
  await row(em, sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks of ${organisationId}`}, 0))`);
  const { count } = await row<{ count: number }>(
    em,
    sql`select count(*)::int as count from webhook where organisation_id = ${organisationId} and state <> 'ENDED'`,
  );
  if (count >= maximumWebhooks) {
    throw new Refusal('CONFLICT', `An organisation has at most ${maximumWebhooks} webhooks. End one first.`, {
      webhooks: count,
      maximum: maximumWebhooks,
    });
  }
  const feed = await feedNow(em);
  const from = input.after ? positionOf(feed, input.after) : feed.horizon;
  const webhook = em.create(WebhookEntity, {
    ...{ organisationId, accountId, url, description, state: 'ACTIVE', createdAt: now },
    ...{ kinds: kindsOrAll(kinds), cursorEpoch: from.epoch, cursorXid: from.xid, cursorId: from.id },
  });
  await em.persist(webhook).flush();
  await addSecret(em, webhook.id, secret, 0);
  return { webhookId: webhook.id, state: webhook.state };
}

/** Refuses a description that is too long, or has characters that nobody sees. */
export function requireDescription(description: string): void {
  textAtMost(longestName, 'description', description);
  plainText('description', description);
}

/** Kinds that were named, each once; none: all, also those that are added later. */
export function kindsOrAll(kinds: readonly string[] | null | undefined): string[] | null {
  return kinds && kinds.length > 0 ? [...new Set(kinds)].sort() : null;
}
