import { longestText, textAtMost, textOfLength } from '../boundary/text-length.js';
import { formatSerialRange } from '../domain/serial-range.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { sql } from '../platform/sql.js';
import type { RetireCertificatesInput } from './ledger.input.js';
import { moveCertificates } from './move-certificates.js';
import { rangesOf } from './ranges-of.js';
import { lockTrading, refuseExpired } from './tradable.js';

/** The longest name of a beneficiary in characters. */
const longestBeneficiary = 200;

/**
 * Retires certificates that lie, active, in accounts of the actor's organisation, voluntarily: they can never be used again. On any day
 * of their trading year.
 *
 * All or nothing: CERTIFICATES_NOT_HELD names the first range that is not whole there; CERTIFICATES_EXPIRED once their year is over;
 * TOO_MANY_ROWS, BAD_USER_INPUT for a reason that says nothing or too much.
 */
export async function retireCertificates(verb: Verb, input: RetireCertificatesInput) {
  const { em, context, now } = verb;
  const { organisationId } = context.actor;
  textOfLength(longestText, 'reason', input.reason);
  textAtMost(longestBeneficiary, 'beneficiary', input.beneficiary);
  await lockTrading(em);
  const moved = await moveCertificates(verb, {
    ranges: rangesOf(input.ranges),
    fromState: 'ACTIVE',
    where: sql`account.organisation_id = ${organisationId}`,
    kind: 'RETIRE',
    toState: 'RETIRED',
    toGisAccountId: null,
    unit: { kind: 'RETIRE', reason: input.reason },
  });
  await refuseExpired(em, moved.parts, now);
  await insertRows(em, 'certificate_use', moved.parts, [
    ['entry_id', 'bigint', part => part.entryId],
    ['purpose', 'text', () => 'VOLUNTARY'],
    ['organisation_id', 'bigint', () => organisationId],
    ['beneficiary', 'text', () => input.beneficiary ?? null],
  ]);
  return { quantity: moved.quantity, ranges: moved.ranges.map(formatSerialRange) };
}
