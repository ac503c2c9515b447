import type { EntityManager } from '@mikro-orm/postgresql';
import { maybeRow, rows, sql } from '../platform/sql.js';
import type { Position } from './change-cursor.js';
import type { WebhookState } from './delivery.entity.js';

/** Longer than a post takes: while it lasts nobody else posts to the webhook. Whoever dies leaves it to others after that. */
const leaseSeconds = 30;

/** A webhook as the one worker sees it that may post to it. */
export interface LeasedWebhook {
  readonly id: string;
  readonly lease: string;
  readonly accountId: string;
  readonly url: string;
  readonly state: WebhookState;
  readonly kinds: readonly string[] | null;
  readonly after: Position;
}

interface WebhookText extends Omit<LeasedWebhook, 'lease' | 'after'> {
  readonly epoch: number;
  readonly xid: string;
  readonly cursorId: string;
}

/** Takes a webhook for 30 seconds, or for 30 more; null while another worker has it, or when it has ended. */
export async function leaseWebhook(em: EntityManager, id: string, lease: string): Promise<LeasedWebhook | null> {
  const found = await maybeRow<WebhookText>(
    em,
    sql`update webhook set lease = ${lease}, leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where id = ${id} and state <> 'ENDED' and (lease is null or lease = ${lease} or leased_until < clock_timestamp())
        returning id, account_id as "accountId", url, state, kinds, cursor_epoch as epoch, cursor_xid as xid, cursor_id as "cursorId"`,
  );
  if (!found) return null;
  const { epoch, xid, cursorId, ...webhook } = found;
  return { ...webhook, lease, after: { epoch, xid, id: cursorId } };
}

/** Leaves a webhook to others. */
export async function releaseWebhook(em: EntityManager, id: string, lease: string): Promise<void> {
  await rows(em, sql`update webhook set lease = null, leased_until = null where id = ${id} and lease = ${lease}`);
}

/** Locks a webhook that is still leased until the transaction ends; false when the lease was lost, or the webhook is not active. */
export async function lockLeased(em: EntityManager, { id, lease }: LeasedWebhook): Promise<boolean> {
  const found = await maybeRow(
    em,
    sql`select from webhook where id = ${id} and lease = ${lease} and state = 'ACTIVE' for update`,
  );
  return found !== null;
}
