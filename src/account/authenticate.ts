import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import { rows, sql } from '../platform/sql.js';
import type { KnownCredential, KnownCredentials } from './known-credentials.js';

/** A credential that is in use is noted as used at most this often. */
const noteEveryMs = 60_000;

/**
 * `Authorization` header -> who asks; null without a header or with nothing behind `Bearer`. The only place that reads a credential.
 *
 * A credential that is unknown, revoked or expired is refused with UNAUTHENTICATED, all three in the same words. That it was used is
 * noted once a minute, so a reader costs no write; what the database says of it is asked once a second (`known-credentials`).
 */
export async function authenticate(
  em: EntityManager,
  credentials: KnownCredentials,
  header: string | undefined,
  now: Date,
): Promise<Actor | null> {
  if (header === undefined || /^Bearer\s*$/i.test(header)) return null; // the explorer's header, not filled in yet
  const secret = /^Bearer (\S+)$/i.exec(header)?.[1];
  const found = secret === undefined ? undefined : await credentials.find(em, secret);
  if (!found || found.revoked || (found.expiresAt !== null && found.expiresAt <= now)) {
    throw new Refusal('UNAUTHENTICATED', 'The credential is unknown, revoked or expired.');
  }
  if (!isNoted(found, now)) {
    found.lastUsedAt = now;
    await rows(
      em,
      sql`insert into api_credential_use (credential_id, last_used_at) values (${found.id}, ${now})
          on conflict on constraint api_credential_use_pk do update set last_used_at = excluded.last_used_at`,
    );
  }
  const { accountId, organisationId, name, kinds, scopes } = found;
  return { accountId, organisationId, name, kinds, credentialId: found.id, scopes, on: localDateOf(now) };
}

function isNoted({ lastUsedAt }: KnownCredential, now: Date): boolean {
  if (lastUsedAt === null) return false;
  const age = now.getTime() - lastUsedAt.getTime();
  return age >= 0 && age <= noteEveryMs;
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
