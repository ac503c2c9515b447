import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import type { AccountKind } from '../domain/account-kind.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import { rows, sql } from '../platform/sql.js';
import { hashSecret } from './credential-secret.js';

interface CredentialRow {
  readonly account_id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly kinds: AccountKind[];
  readonly dead: boolean;
}

/**
 * `Authorization` header -> who asks; null without a header or with nothing behind `Bearer`. The only place that reads a credential.
 *
 * A credential that is unknown, revoked or expired is refused with UNAUTHENTICATED, all three in the same words.
 */
export async function authenticate(em: EntityManager, header: string | undefined, now: Date): Promise<Actor | null> {
  if (header === undefined || /^Bearer\s*$/i.test(header)) return null; // the explorer's header, not filled in yet
  const secret = /^Bearer (\S+)$/i.exec(header)?.[1];
  const [found] =
    secret === undefined
      ? []
      : await rows<CredentialRow>(
          em,
          sql`select a.id as account_id, a.organisation_id, a.name, a.kinds,
                     (c.revoked_at is not null or c.expires_at <= ${now}) is true as dead
              from api_credential c join account a on a.id = c.account_id
              where c.secret_hash = ${hashSecret(secret)}`,
        );
  if (!found || found.dead) {
    throw new Refusal('UNAUTHENTICATED', 'The credential is unknown, revoked or expired.');
  }
  return {
    accountId: found.account_id,
    organisationId: found.organisation_id,
    name: found.name,
    kinds: new Set(found.kinds),
    on: localDateOf(now),
  };
}
