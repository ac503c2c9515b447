import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import type { AccountKind } from '../domain/account-kind.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import { rows, sql } from '../platform/sql.js';
import { hashSecret } from './credential-secret.js';

interface CredentialRow {
  readonly id: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly kinds: AccountKind[];
  readonly scopes: CredentialScope[];
  readonly dead: boolean;
  readonly noted: boolean;
}

/** A credential that is in use is noted as used at most this often. */
const noteEvery = '1 minute';

/**
 * `Authorization` header -> who asks; null without a header or with nothing behind `Bearer`. The only place that reads a credential.
 *
 * A credential that is unknown, revoked or expired is refused with UNAUTHENTICATED, all three in the same words. That it was used is
 * noted once a minute, so a reader costs no write.
 */
export async function authenticate(em: EntityManager, header: string | undefined, now: Date): Promise<Actor | null> {
  if (header === undefined || /^Bearer\s*$/i.test(header)) return null; // the explorer's header, not filled in yet
  const secret = /^Bearer (\S+)$/i.exec(header)?.[1];
  const [found] =
    secret === undefined
      ? []
      : await rows<CredentialRow>(
          em,
          sql`select c.id, a.id as "accountId", a.organisation_id as "organisationId", a.name, a.kinds, c.scopes,
                     (c.revoked_at is not null or c.expires_at <= ${now}) is true as dead,
                     (u.last_used_at between ${now}::timestamptz - ${noteEvery}::interval and ${now}) is true as noted
              from api_credential c join account a on a.id = c.account_id
              left join api_credential_use u on u.credential_id = c.id
              where c.secret_hash = ${hashSecret(secret)}`,
        );
  if (!found || found.dead) {
    throw new Refusal('UNAUTHENTICATED', 'The credential is unknown, revoked or expired.');
  }
  if (!found.noted) {
    await rows(
      em,
      sql`insert into api_credential_use (credential_id, last_used_at) values (${found.id}, ${now})
          on conflict on constraint api_credential_use_pk do update set last_used_at = excluded.last_used_at`,
    );
  }
  return {
    accountId: found.accountId,
    organisationId: found.organisationId,
    name: found.name,
    kinds: new Set(found.kinds),
    credentialId: found.id,
    scopes: new Set(found.scopes),
    on: localDateOf(now),
  };
}

/** Who asks, for what takes a credential of a scope: UNAUTHENTICATED without one, FORBIDDEN when it may not be used for this. */
export function requireScope(actor: Actor | null, scope: CredentialScope): Actor {
  if (!actor) throw new Refusal('UNAUTHENTICATED', 'This needs a credential.');
  if (!actor.scopes.has(scope)) throw outOfScope(actor, scope);
  return actor;
}

/** The refusal of what a credential may not be used for, whatever its account may do. */
export function outOfScope(actor: Actor, scope: CredentialScope): Refusal {
  return new Refusal('FORBIDDEN', `This credential may not be used for this: it lacks the scope ${scope}.`, {
    scope,
    scopes: [...actor.scopes],
  });
}
