import type { Verb } from '../platform/perform.js';
import type { CreateOrganisationInput } from './account.input.js';
import { OrganisationEntity } from './organisation.entity.js';

/** Enters a party. */
export async function createOrganisation({ em, context, now }: Verb, input: CreateOrganisationInput) {
  const organisation = em.create(OrganisationEntity, {
    kind: input.kind,
    name: input.name,
    synthetic: input.synthetic,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(organisation).flush();
  return { organisationId: organisation.id };
}
