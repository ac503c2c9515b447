import type { EntityManager } from '@mikro-orm/postgresql';
import { hashSecret, newSecret } from '../account/credential-secret.js';
import { insertRows } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';
import type { SetupRecord } from './synthetic-parties.js';

const label = 'synthetic year, until it ends';

/**
 * One credential for each account, for as long as the work takes: random, only in memory, gone afterwards, also when the work
 * fails. What a killed run left behind goes at the beginning of the next.
 */
export async function withCredentials<T>(
  em: EntityManager,
  accountIds: readonly string[],
  { at, by }: SetupRecord,
  work: (secretOf: (accountId: string) => string) => Promise<T>,
): Promise<T> {
  await removeCredentials(em);
  const secrets = new Map(accountIds.map(id => [id, newSecret()]));
  await insertRows(
    em,
    'api_credential',
    [...secrets],
    [
      ['account_id', 'bigint', ([accountId]) => accountId],
      ['label', 'text', () => label],
      ['secret_hash', 'bytea', ([, secret]) => hashSecret(secret)],
      ['created_at', 'timestamptz', () => at],
      ['created_by', 'bigint', () => by],
    ],
  );
  try {
    return await work(accountId => secrets.get(accountId) ?? '');
  } finally {
    await removeCredentials(em);
  }
}

async function removeCredentials(em: EntityManager): Promise<void> {
  await rows(em, sql`delete from api_credential where label = ${label}`);
}
