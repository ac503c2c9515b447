import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { AccountContext, Actor } from '../boundary/context.js';
import { loadMany, loadOne } from '../boundary/loader.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { empty, rows, sql, where } from '../platform/sql.js';
import { cursorOf, feedNow } from './change-cursor.js';
import { WebhookEntity, type WebhookRow } from './delivery.entity.js';
import { webhookIsVisible } from './find-webhook.js';
import type { WebhookAttempt, WebhookDelivery } from './webhook.type.js';

/** Webhooks that an actor may see, the latest first. */
export function listWebhooks(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<WebhookRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        WebhookEntity,
        { $and: [key ? { id: { $lt: key[0] ?? '0' } } : {}, where(alias => webhookIsVisible(actor, alias))] },
        { orderBy: { id: 'desc' }, limit },
      ),
    webhook => [webhook.id],
  );
}

/** How far deliveries of a webhook have been made, as a cursor. */
export async function cursorOfWebhook(context: AccountContext, webhook: WebhookRow): Promise<string> {
  const now = async () => [await feedNow(context.em)];
  const feed = await loadOne(context, 'the feed now', 'now', now, () => 'now');
  if (!feed) throw new Error('there is no feed');
  return cursorOf(feed, { epoch: webhook.cursorEpoch, xid: webhook.cursorXid, id: webhook.cursorId });
}

export type DeliveryRecord = Omit<WebhookDelivery, 'attempts'> & { readonly key: string };

interface DeliveryText extends Omit<DeliveryRecord, 'dueAt' | 'recordedAt' | 'deliveredAt'> {
  readonly webhookId: string;
  readonly dueAt: string | null;
  readonly recordedAt: string;
  readonly deliveredAt: string | null;
}

/** Deliveries of a webhook, the latest first; webhooks asked for together take one statement. */
export function deliveriesOf(
  context: AccountContext,
  webhookId: string,
  page: PageArgs,
): Promise<Page<DeliveryRecord>> {
  return pageOf(
    page,
    2,
    async (key, limit) => {
      const after = key ? sql`and (d.recorded_at, d.id) < (${key[0]}::timestamptz, ${key[1]}::bigint)` : empty;
      const found = await loadMany(
        context,
        `deliveries ${JSON.stringify([key, limit])}`,
        webhookId,
        ids =>
          rows<DeliveryText>(
            context.em,
            sql`select found.* from unnest(${ids}::bigint[]) as webhook (id) cross join lateral (
                  select d.id, d.webhook_id as "webhookId", d.kind, d.state, d.changes, d.tries, d.due_at as "dueAt",
                         d.recorded_at as "recordedAt", d.recorded_at::text as key, d.delivered_at as "deliveredAt"
                  from webhook_delivery d where d.webhook_id = webhook.id ${after}
                  order by d.recorded_at desc, d.id desc limit ${limit}) found`,
          ),
        delivery => delivery.webhookId,
      );
      return found.map(({ webhookId: _, dueAt, recordedAt, deliveredAt, ...delivery }) => ({
        ...delivery,
        dueAt: dueAt === null ? null : instantOf(dueAt),
        recordedAt: instantOf(recordedAt),
        deliveredAt: deliveredAt === null ? null : instantOf(deliveredAt),
      }));
    },
    delivery => [delivery.key, delivery.id],
  );
}

const attemptsShown = 20;

interface AttemptText extends Omit<WebhookAttempt, 'attemptedAt'> {
  readonly deliveryId: string;
  readonly attemptedAt: string;
}

/** The latest tries of a delivery, the last one first. */
export function attemptsOf(context: AccountContext, deliveryId: string): Promise<readonly WebhookAttempt[]> {
  return loadMany(
    context,
    'attempts of a delivery',
    deliveryId,
    async ids => {
      const found = await rows<AttemptText>(
        context.em,
        sql`select latest.* from unnest(${ids}::bigint[]) as wanted (id) cross join lateral (
              select a.delivery_id as "deliveryId", a.attempt, a.attempted_at as "attemptedAt", a.duration_ms as "durationMs", a.status,
                     a.error, a.response
              from webhook_attempt a where a.delivery_id = wanted.id order by a.attempt desc limit ${attemptsShown}) latest`,
      );
      return found.map(attempt => ({ ...attempt, attemptedAt: instantOf(attempt.attemptedAt) }));
    },
    attempt => attempt.deliveryId,
  );
}
