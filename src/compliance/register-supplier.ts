import { OrganisationEntity } from '../account/organisation.entity.js';
import { textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { SupplierEntity } from './compliance.entity.js';
import type { RegisterSupplierInput } from './compliance.input.js';

/** Compliance years that are on the calendar at all: BAD_USER_INPUT for others. */
export function requireYear(field: string, year: number): void {
  if (year >= 2003 && year <= 2198) return;
  throw new Refusal('BAD_USER_INPUT', `${year} is no compliance year.`, { field, value: year });
}

/** Enters an organisation as a retail electricity supplier. CONFLICT when it is one already. */
export async function registerSupplier({ em, context, now }: Verb, input: RegisterSupplierInput) {
  const { organisationId, kind, sinceYear, reason } = input;
  textOfLength(2000, 'reason', reason);
  requireYear('sinceYear', sinceYear);
  if (!(await em.findOne(OrganisationEntity, organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId });
  }
  if (await em.findOne(SupplierEntity, organisationId)) {
    throw new Refusal('CONFLICT', 'The organisation is a supplier already.', { organisationId });
  }
  const createdBy = context.actor.accountId;
  em.persist(em.create(SupplierEntity, { organisationId, kind, sinceYear, reason, createdAt: now, createdBy }));
  await em.flush();
  return { organisationId };
}
