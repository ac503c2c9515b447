import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import type { AccountKind } from '../domain/account-kind.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { rows, sql } from '../platform/sql.js';
import { hashSecret } from './credential-secret.js';

/** What the database says of a credential that it knows. */
export interface KnownCredential {
  readonly id: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly kinds: ReadonlySet<AccountKind>;
  readonly scopes: ReadonlySet<CredentialScope>;
  readonly revoked: boolean;
  readonly expiresAt: Date | null;
  /** As it is noted; also by this process. */
  lastUsedAt: Date | null;
}

/** What is known of a credential is asked anew after so long. */
const knownForMs = 1_000;

/**
 * What a server knows of the credentials in use: asked of the database at most once a second each, since a request would otherwise pay
 * a tenth for it. What is not known is asked for each time, so a new credential is good at once.
 *
 * What this server changed is known to it at once (`forget`, after every mutation); what was changed elsewhere after a second at most.
 */
export class KnownCredentials {
  readonly #known = new LRUCache<string, KnownCredential>({ max: 10_000, ttl: knownForMs });
  #forgotten = 0;

  async find(em: EntityManager, secret: string): Promise<KnownCredential | undefined> {
    const hash = hashSecret(secret);
    const key = hash.toString('base64');
    const known = this.#known.get(key);
    if (known) return known;
    const forgotten = this.#forgotten;
    const found = await credentialOf(em, hash);
    if (found && forgotten === this.#forgotten) this.#known.set(key, found); // else it may be from before what was forgotten
    return found;
  }

  /** Something was changed that may be a credential or an account. */
  forget(): void {
    this.#forgotten += 1;
    this.#known.clear();
  }
}

async function credentialOf(em: EntityManager, hash: Buffer): Promise<KnownCredential | undefined> {
  const [found] = await rows<CredentialRow>(
    em,
    sql`select c.id, a.id as "accountId", a.organisation_id as "organisationId", a.name, a.kinds, c.scopes,
               c.revoked_at is not null as revoked, extract(epoch from c.expires_at)::float8 as expires,
               extract(epoch from u.last_used_at)::float8 as used
        from api_credential c join account a on a.id = c.account_id
        left join api_credential_use u on u.credential_id = c.id
        where c.secret_hash = ${hash}`,
  );
  if (!found) return undefined;
  const { kinds, scopes, expires, used, ...rest } = found;
  return {
    ...rest,
    ...{ kinds: new Set(kinds), scopes: new Set(scopes) },
    ...{ expiresAt: instant(expires), lastUsedAt: instant(used) },
  };
}

interface CredentialRow extends Pick<KnownCredential, 'id' | 'accountId' | 'organisationId' | 'name' | 'revoked'> {
  readonly kinds: AccountKind[];
  readonly scopes: CredentialScope[];
  /** Seconds since 1970. */
  readonly expires: number | null;
  readonly used: number | null;
}

function instant(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1_000);
}
