import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { OrganisationEntity, type OrganisationRow } from './organisation.entity.js';

const byId = 'organisation by id';

/** An organisation by id, batched. A row that refers to one that does not exist is a defect, not a refusal. */
export async function loadOrganisation(context: Context, id: string): Promise<OrganisationRow> {
  const found = await loadOne(
    context,
    byId,
    id,
    ids => context.em.find(OrganisationEntity, { id: { $in: [...ids] } }),
    organisation => organisation.id,
  );
  if (!found) throw new Error(`organisation ${id} is missing`);
  return found;
}
