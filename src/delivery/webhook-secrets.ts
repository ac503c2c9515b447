import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from '../platform/sql.js';

/**
 * Gives a webhook a secret. The one before stays valid for some hours of real time, so that a receiver may learn the new one meanwhile;
 * an older one ends at once: two are valid at most.
 */
export async function addSecret(em: EntityManager, webhookId: string, secret: Buffer, overlapHours: number) {
  await rows(em, sql`delete from webhook_secret where webhook_id = ${webhookId} and valid_until is not null`);
  await rows(
    em,
    sql`update webhook_secret set valid_until = clock_timestamp() + make_interval(hours => ${overlapHours})
        where webhook_id = ${webhookId}`,
  );
  await rows(
    em,
    sql`insert into webhook_secret (webhook_id, generation, secret)
        select ${webhookId}::bigint, coalesce(max(generation), 0) + 1, ${secret}::bytea from webhook_secret where webhook_id = ${webhookId}`,
  );
}

/** The secrets that a webhook is signed with now, the newest first. */
export async function secretsOf(em: EntityManager, webhookId: string): Promise<Buffer[]> {
  const found = await rows<{ secret: Buffer }>(
    em,
    sql`select secret from webhook_secret
        where webhook_id = ${webhookId} and (valid_until is null or valid_until > clock_timestamp()) order by generation desc`,
  );
  return found.map(({ secret }) => secret);
}
