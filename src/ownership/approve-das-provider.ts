import type { EntityManager } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../account/organisation.entity.js';
import { reasonAtMost } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Verb } from '../platform/perform.js';
import { DasProviderEntity } from './das-provider.entity.js';
import type { ApproveDasProviderInput } from './ownership.input.js';

/**
 * Approves an organisation as a DAS provider: from that day on what its accounts report is automated reporting. After a
 * revocation it may be approved again, from that day on; earlier approvals stay on record.
 */
export async function approveDasProvider(verb: Verb, input: ApproveDasProviderInput) {
  if (!(await verb.em.findOne(OrganisationEntity, input.organisationId))) {
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId: input.organisationId });
  }
  await writeDasApproval(verb, { ...input, requestId: null });
  return { organisationId: input.organisationId };
}

/** An approval of an organisation, with the application that it was asked for by, if any. */
export interface DasApproval {
  readonly organisationId: string;
  readonly approvedOn: LocalDate;
  readonly requestId: string | null;
  readonly reason: string;
}

/** Writes an approval; CONFLICT while one stands. */
export async function writeDasApproval({ em, context, now }: Verb, approval: DasApproval): Promise<void> {
  const { organisationId, approvedOn, requestId, reason } = approval;
  reasonAtMost(reason);
  await refuseApproved(em, organisationId, approvedOn);
  const createdBy = context.actor.accountId;
  em.persist(
    em.create(DasProviderEntity, { organisationId, approvedOn, requestId, reason, createdAt: now, createdBy }),
  );
  await em.flush();
}

/** CONFLICT when an approval of the organisation stands on a day, or begins later. */
export async function refuseApproved(em: EntityManager, organisationId: string, on: LocalDate): Promise<void> {
  const approvals = await em.find(DasProviderEntity, { organisationId });
  const standing = approvals.find(({ revokedOn }) => !revokedOn || revokedOn > on);
  if (!standing) return;
  throw new Refusal('CONFLICT', 'The organisation is a DAS provider already.', {
    organisationId,
    approvedOn: standing.approvedOn,
    revokedOn: standing.revokedOn ?? null,
  });
}
