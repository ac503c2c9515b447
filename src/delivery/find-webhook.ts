import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { rawSql, type Sql, sql, where } from '../platform/sql.js';
import { WebhookEntity, type WebhookRow } from './delivery.entity.js';

/**
 * Whose webhook: the condition under which an actor sees, and manages, the webhook of an alias. Its organisation's; and since a webhook
 * tells what the account that made it may see, the actor has every kind that this account has.
 */
export function webhookIsVisible(actor: Actor, alias: string): Sql {
  const webhook = rawSql(alias);
  return sql`(${webhook}.organisation_id = ${actor.organisationId}
    and (select maker.kinds from account maker where maker.id = ${webhook}.account_id) <@ string_to_array(${[...actor.kinds].join()}, ','))`;
}

/** A webhook, locked until the transaction ends. NOT_FOUND unless the actor sees it; CONFLICT once it is ended. */
export async function lockWebhook({ em, context }: Verb, webhookId: string): Promise<WebhookRow> {
  const webhook = await em.findOne(
    WebhookEntity,
    { $and: [{ id: webhookId }, where(alias => webhookIsVisible(context.actor, alias))] },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!webhook) throw new Refusal('NOT_FOUND', 'There is no such webhook, or it is not yours.', { webhookId });
  if (webhook.state === 'ENDED') {
    throw new Refusal('CONFLICT', `Webhook ${webhookId} has ended.`, { webhookId, state: webhook.state });
  }
  return webhook;
}
