import { textAtMost } from '../boundary/text-length.js';
import { formatSerialRange, parseSerialRange } from '../domain/serial-range.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { sql } from '../platform/sql.js';
import type { RetireCertificatesInput } from './ledger.input.js';
import { moveCertificates } from './move-certificates.js';
import { lockTrading, refuseExpired } from './tradable.js';

/** The longest name of a beneficiary in characters. */
const longestBeneficiary = 200;

/**
 * Retires certificates that lie, active, in accounts of the actor's organisation, voluntarily: they can never be used again. On any day
 * of their trading year.
 *
 * All or nothing: CERTIFICATES_NOT_HELD names the first range that is not whole there; CERTIFICATES_EXPIRED once their year is over.
 */
export async function retireCertificates(verb: Verb, input: RetireCertificatesInput) {
  const { em, context, now } = verb;
  const { organisationId } = context.actor;
  textAtMost(longestBeneficiary, 'beneficiary', input.beneficiary);
  await lockTrading(em);
  const moved = await moveCertificates(verb, {
    ranges: input.ranges.map(parseSerialRange),
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
