import type { EntityManager } from '@mikro-orm/postgresql';
import { AccountEntity, type AccountRow } from '../account/account.entity.js';
import { OrganisationEntity } from '../account/organisation.entity.js';
import type { AccountContext, Actor } from '../boundary/context.js';
import { localDateOf } from '../domain/time-zone.js';
import { row, sql } from '../platform/sql.js';

/** By this address the operator's account is known; nobody can be written to there. */
export const operatorEmail = 'operator@pts.invalid';

/**
 * The account in whose name the command line acts: staff of MassCEC, made on first use. It has no credential: whoever can reach
 * the database is the operator.
 */
export async function operatorActor(em: EntityManager, now: Date): Promise<Actor> {
  const account = await em.fork().transactional(async tx => {
    await row(tx, sql`select pg_advisory_xact_lock(hashtextextended('operator account', 0))`);
    const known = await tx.findOne(AccountEntity, { email: operatorEmail });
    if (known) return known;
    const organisation = tx.create(OrganisationEntity, { kind: 'PUBLIC_BODY', name: 'MassCEC', createdAt: now });
    await tx.persist(organisation).flush();
    const made = tx.create(AccountEntity, {
      organisationId: organisation.id,
      name: 'PTS operator (command line)',
      email: operatorEmail,
      kinds: ['STAFF'],
      createdAt: now,
    });
    await tx.persist(made).flush();
    return made;
  });
  return actorOf(account, now);
}

/** An account as the one who acts at an instant. */
export async function actorFor(em: EntityManager, accountId: string, now: Date): Promise<Actor> {
  return actorOf(await em.fork().findOneOrFail(AccountEntity, accountId), now);
}

function actorOf(account: AccountRow, now: Date): Actor {
  return {
    accountId: account.id,
    organisationId: account.organisationId,
    name: account.name,
    kinds: new Set(account.kinds),
    on: localDateOf(now),
  };
}

/** A context for verbs that are called without HTTP. */
export function contextFor(em: EntityManager, actor: Actor, now: Date, mode: 'sandbox' | 'production'): AccountContext {
  return { em, actor, now, mode, requestId: 'command line', loaders: new Map() };
}
