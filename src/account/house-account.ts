import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import type { AccountKind } from '../domain/account-kind.js';
import { credentialScopes } from '../domain/credential-scope.js';
import { localDateOf } from '../domain/time-zone.js';
import { row, sql } from '../platform/sql.js';
import { AccountEntity, type AccountRow } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';

/** Addresses that nobody can be written to: of accounts that belong to the house itself. Nobody else may have one. */
export const houseEmailEnding = '@pts.invalid';

/** An account that the house makes for itself on first use. */
export interface HouseAccount {
  /** By this address it is known. */
  readonly email: `${string}${typeof houseEmailEnding}`;
  readonly name: string;
  /** The public body that it acts for. */
  readonly organisation: string;
  readonly kinds: readonly AccountKind[];
}

/** A house account as the one who acts at an instant; made, in a transaction of its own, when it is asked for the first time. */
export async function houseActor(em: EntityManager, wanted: HouseAccount, now: Date): Promise<Actor> {
  const known = await em.fork().findOne(AccountEntity, { email: wanted.email });
  return actorOf(known ?? (await make(em, wanted, now)), now);
}

/** An account as the one who acts at an instant. */
export function actorOf(account: AccountRow, now: Date): Actor {
  return {
    accountId: account.id,
    organisationId: account.organisationId,
    name: account.name,
    kinds: new Set(account.kinds),
    credentialId: null,
    scopes: new Set(credentialScopes),
    on: localDateOf(now),
  };
}

function make(em: EntityManager, { email, name, organisation, kinds }: HouseAccount, now: Date): Promise<AccountRow> {
  return em.fork().transactional(async tx => {
    await row(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`house account ${email}`}, 0))`);
    const known = await tx.findOne(AccountEntity, { email });
    if (known) return known;
    const body = tx.create(OrganisationEntity, { kind: 'PUBLIC_BODY', name: organisation, createdAt: now });
    await tx.persist(body).flush();
    const made = tx.create(AccountEntity, {
      organisationId: body.id,
      name,
      email,
      kinds: [...kinds],
      createdAt: now,
    });
    await tx.persist(made).flush();
    return made;
  });
}
