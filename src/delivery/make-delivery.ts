import type { EntityManager } from '@mikro-orm/postgresql';
import { AccountEntity } from '../account/account.entity.js';
import { actorOf } from '../account/house-account.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import { cursorOf, feedNow } from './change-cursor.js';
import { bodyOf, newDeliveryId } from './delivery-body.js';
import { readChanges } from './read-changes.js';
import { type LeasedWebhook, lockLeased } from './webhook-lease.js';

/** The most changes of one post. */
export const changesPerDelivery = 100;

/**
 * Makes the next delivery of a webhook of what follows in the feed, as far as the account that made it may see it today, and moves its
 * place behind it: both or none. `more` says that there is something to do: a delivery, or further events to look at.
 */
export async function makeDelivery(em: EntityManager, webhook: LeasedWebhook, now: Date): Promise<{ more: boolean }> {
  return em.fork().transactional(async tx => {
    if (!(await lockLeased(tx, webhook))) return { more: false };
    const undelivered = await maybeRow(
      tx,
      sql`select from webhook_delivery where webhook_id = ${webhook.id} and kind = 'CHANGES' and state <> 'DELIVERED'`,
    );
    if (undelivered) return { more: false };
    const actor = actorOf(await tx.findOneOrFail(AccountEntity, webhook.accountId), now);
    const feed = await feedNow(tx);
    const { after, kinds } = webhook;
    const { changes, until, more } = await readChanges(tx, actor, feed, { after, kinds, first: changesPerDelivery });
    await rows(
      tx,
      sql`update webhook set cursor_epoch = ${until.epoch}, cursor_xid = ${until.xid}::xid8, cursor_id = ${until.id} where id = ${webhook.id}`,
    );
    if (changes.length === 0) return { more };
    const id = newDeliveryId();
    const body = bodyOf(
      webhook.id,
      id,
      changes.map(({ at, ...change }) => ({ cursor: cursorOf(feed, at), ...change })),
    );
    await rows(
      tx,
      sql`insert into webhook_delivery (id, webhook_id, kind, state, body, changes, after_epoch, after_xid, after_id,
            until_epoch, until_xid, until_id, due_at, created_at)
          values (${id}, ${webhook.id}, 'CHANGES', 'PENDING', ${body}, ${changes.length}, ${after.epoch}, ${after.xid}::xid8, ${after.id},
            ${until.epoch}, ${until.xid}::xid8, ${until.id}, clock_timestamp(), ${now})`,
    );
    return { more: true };
  });
}
