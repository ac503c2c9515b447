import type { EntityManager } from '@mikro-orm/postgresql';
import { AccountEntity } from '../account/account.entity.js';
import { actorOf, type HouseAccount, houseActor } from '../account/house-account.js';
import type { AccountContext, Actor } from '../boundary/context.js';

/** By this address the operator's account is known; nobody can be written to there. */
export const operatorEmail = 'operator@pts.invalid';

const operator: HouseAccount = {
  email: operatorEmail,
  name: 'PTS operator (command line)',
  organisation: 'MassCEC',
  kinds: ['STAFF'],
};

/**
 * The account in whose name the command line acts: staff of MassCEC, made on first use. It has no credential: whoever can reach
 * the database is the operator.
 */
export function operatorActor(em: EntityManager, now: Date): Promise<Actor> {
  return houseActor(em, operator, now);
}

/** An account as the one who acts at an instant. */
export async function actorFor(em: EntityManager, accountId: string, now: Date): Promise<Actor> {
  return actorOf(await em.fork().findOneOrFail(AccountEntity, accountId), now);
}

/** A context for verbs that are called without HTTP. */
export function contextFor(em: EntityManager, actor: Actor, now: Date, mode: 'sandbox' | 'production'): AccountContext {
  return { em, actor, now, mode, requestId: 'command line', loaders: new Map() };
}
