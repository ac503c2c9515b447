import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import { maybeRow, sql } from '../platform/sql.js';

/**
 * Refuses what goes on for long with a credential that was revoked meanwhile: UNAUTHENTICATED. That it expires meanwhile is not asked,
 * since all of a request counts as of the instant at which it began. The house acts without a credential.
 */
export async function requireLiveCredential(em: EntityManager, { credentialId }: Actor): Promise<void> {
  if (credentialId === null) return;
  const revoked = await maybeRow(
    em,
    sql`select from api_credential where id = ${credentialId} and revoked_at is not null`,
  );
  if (revoked) throw new Refusal('UNAUTHENTICATED', 'The credential was revoked meanwhile.');
}
