import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, type Sql, sql } from '../platform/sql.js';
import { maximumTries, pauseAfterMs } from './back-off.js';
import type { Posted } from './post.js';
import { type LeasedWebhook, lockLeased } from './webhook-lease.js';

/** A delivery that is due. */
export interface DueDelivery {
  readonly id: string;
  readonly body: string;
  readonly tries: number;
  /** The one whose turn it is: others wait until it is through. */
  readonly inLine: boolean;
}

/** What was tried, and how long it took. */
export interface Attempt extends Posted {
  readonly attemptedAt: string;
  readonly durationMs: number;
}

/**
 * Writes down what came of a post. A delivery whose turn it is and that failed is tried again after a pause; after the last try, or an
 * answer of 410 (Gone), its webhook is suspended. True: what comes next may go on.
 */
export async function recordAttempt(
  em: EntityManager,
  webhook: LeasedWebhook,
  delivery: DueDelivery,
  attempt: Attempt,
): Promise<boolean> {
  const { status, error, response, attemptedAt, durationMs } = attempt;
  const delivered = status !== null && status >= 200 && status < 300;
  return em.fork().transactional(async tx => {
    const leased = await lockLeased(tx, webhook);
    await rows(
      tx,
      sql`insert into webhook_attempt (delivery_id, attempt, attempted_at, duration_ms, status, error, response)
          select ${delivery.id}::bigint, coalesce(max(attempt), 0) + 1, ${attemptedAt}::timestamptz, ${durationMs}::int, ${status}::int,
                 ${error}::text, ${response}::text from webhook_attempt where delivery_id = ${delivery.id}`,
    );
    const update = (columns: Sql) => rows(tx, sql`update webhook_delivery set ${columns} where id = ${delivery.id}`);
    if (delivered) {
      await update(
        sql`state = 'DELIVERED', tries = tries + 1, due_at = null, delivered_at = coalesce(delivered_at, clock_timestamp())`,
      );
      return true;
    }
    if (!delivery.inLine) {
      await update(
        sql`due_at = null, tries = tries + 1, state = case when kind = 'PING' and state = 'PENDING' then 'FAILED' else state end`,
      );
      return true;
    }
    if (!leased) return false;
    const pauseMs = status === 410 ? null : pauseAfterMs(delivery.tries + 1);
    if (pauseMs !== null) {
      await update(sql`tries = tries + 1, due_at = clock_timestamp() + make_interval(secs => ${pauseMs / 1_000})`);
      return false;
    }
    await update(sql`tries = tries + 1, due_at = null, state = 'FAILED'`);
    const because =
      status === 410
        ? 'The receiver answered 410 (Gone).'
        : `Delivery ${delivery.id} failed ${maximumTries} times, the last time with ${status ?? error}.`;
    await suspend(tx, webhook.id, because);
    return false;
  });
}

/** Suspends a webhook if it is active: it says why, and goes on when it is resumed. What was asked for by itself is not posted any more. */
export async function suspend(em: EntityManager, webhookId: string, because: string): Promise<void> {
  await rows(
    em,
    sql`update webhook set state = 'SUSPENDED', suspended_because = ${because} where id = ${webhookId} and state = 'ACTIVE'`,
  );
  await rows(
    em,
    sql`update webhook_delivery set due_at = null
        where webhook_id = ${webhookId} and due_at is not null and not (kind = 'CHANGES' and state = 'PENDING')`,
  );
}
