import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import { AccountEntity } from './account.entity.js';
import { type HouseAccount, houseActor } from './house-account.js';

/**
 * In whose name the house acts for somebody without a credential. Its kind sees nothing but systems in which its organisation has a
 * role. What strangers asked for belongs to that organisation, so nobody may ever act for it (`refuseThePublic`).
 */
const thePublic: HouseAccount = {
  email: 'public@pts.invalid',
  name: 'The public',
  organisation: 'The public',
  kinds: ['SYSTEM_OWNER'],
};

/** Somebody without a credential, as the one who acts at an instant. */
export function publicActor(em: EntityManager, now: Date): Promise<Actor> {
  return houseActor(em, thePublic, now);
}

/**
 * Refuses what would let somebody act for the public: a credential of its account, a further account of its organisation, a part in
 * somebody's request.
 * NOT_FOUND, for it is no party.
 */
export async function refuseThePublic(
  em: EntityManager,
  named: { readonly accountId: string } | { readonly organisationId: string },
): Promise<void> {
  const condition = 'accountId' in named ? { id: named.accountId } : { organisationId: named.organisationId };
  const found = await em.findOne(AccountEntity, { email: thePublic.email, ...condition });
  if (found) throw new Refusal('NOT_FOUND', 'There is no such party: nobody acts for the public.', { ...named });
}
