import { OrganisationEntity } from '../account/organisation.entity.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { DasProviderEntity } from './das-provider.entity.js';
import type { ApproveDasProviderInput } from './ownership.input.js';

/**
 * Approves an organisation as a DAS provider: from that day on what its accounts report is automated reporting. After a
 * revocation it may be approved again, from that day on; earlier approvals stay on record.
 */
export async function approveDasProvider({ em, context, now }: Verb, input: ApproveDasProviderInput) {
  if (!(await em.findOne(OrganisationEntity, input.organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId: input.organisationId });
  }
  const approvals = await em.find(DasProviderEntity, { organisationId: input.organisationId });
  const standing = approvals.find(({ revokedOn }) => !revokedOn || revokedOn > input.approvedOn);
  if (standing) {
    const { organisationId, approvedOn, revokedOn } = standing;
    throw new Refusal('CONFLICT', 'The organisation is a DAS provider already.', {
      organisationId,
      approvedOn,
      revokedOn: revokedOn ?? null,
    });
  }
  em.persist(
    em.create(DasProviderEntity, {
      organisationId: input.organisationId,
      approvedOn: input.approvedOn,
      reason: input.reason,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  await em.flush();
  return { organisationId: input.organisationId };
}
