import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { AccountEntity } from './account.entity.js';
import type { CreateAccountInput } from './account.input.js';
import { isOfHouse } from './email.js';
import { OrganisationEntity } from './organisation.entity.js';
import { refuseThePublic } from './the-public.js';

/** Opens an account for an organisation. Nobody's account acts for the public, or has an address of the house's own. */
export async function createAccount({ em, context, now }: Verb, input: CreateAccountInput) {
  await refuseThePublic(em, { organisationId: input.organisationId });
  if (!(await em.findOne(OrganisationEntity, input.organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId: input.organisationId });
  }
  if (input.kinds.length === 0) {
    throw new Refusal('BAD_USER_INPUT', 'An account has at least one kind.', { field: 'kinds' });
  }
  if (input.email && isOfHouse(input.email)) {
    throw new Refusal('BAD_USER_INPUT', 'Addresses at pts.invalid are those of the house itself.', {
      field: 'email',
      value: input.email,
    });
  }
  const account = em.create(AccountEntity, {
    organisationId: input.organisationId,
    name: input.name,
    email: input.email ?? null,
    kinds: [...new Set(input.kinds)],
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(account).flush();
  return { accountId: account.id };
}
