import { OrganisationEntity } from '../account/organisation.entity.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { GisAccountEntity } from './gis.entity.js';
import type { CreateGisAccountInput } from './gis.input.js';

/** Opens a GIS account for an organisation. */
export async function createGisAccount({ em, context, now }: Verb, input: CreateGisAccountInput) {
  if (!(await em.findOne(OrganisationEntity, input.organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId: input.organisationId });
  }
  const account = em.create(GisAccountEntity, {
    organisationId: input.organisationId,
    name: input.name,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(account).flush();
  return { gisAccountId: account.id };
}
