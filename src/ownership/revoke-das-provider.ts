import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { DasProviderEntity } from './das-provider.entity.js';
import type { RevokeDasProviderInput } from './ownership.input.js';

/**
 * Ends the approval of a DAS provider: from that day on what its accounts report is reporting by hand.
 *
 * Refuses with CONFLICT when no approval stands, and for a day on which it had not begun or just begins.
 */
export async function revokeDasProvider({ em, context }: Verb, input: RevokeDasProviderInput) {
  const { organisationId, revokedOn, reason } = input;
  const [latest] = await em.find(DasProviderEntity, { organisationId }, { orderBy: { approvedOn: 'desc' }, limit: 1 });
  if (!latest) {
    throw new Refusal('CONFLICT', 'The organisation is no approved DAS provider.', { organisationId });
  }
  if (latest.revokedOn) {
    throw new Refusal('CONFLICT', `The approval was revoked from ${latest.revokedOn} on already.`, {
      organisationId,
      revokedOn: latest.revokedOn,
    });
  }
  if (revokedOn <= latest.approvedOn) {
    throw new Refusal('CONFLICT', `The approval begins on ${latest.approvedOn}, not before ${revokedOn}.`, {
      organisationId,
      approvedOn: latest.approvedOn,
      revokedOn,
    });
  }
  latest.revokedOn = revokedOn;
  latest.revocationReason = reason;
  latest.revokedBy = context.actor.accountId;
  await em.flush();
  return { organisationId };
}
