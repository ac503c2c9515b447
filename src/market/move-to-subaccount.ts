import { Refusal } from '../domain/error.js';
import { formatSerialRange } from '../domain/serial-range.js';
import { moveCertificates } from '../ledger/move-certificates.js';
import { rangesOf } from '../ledger/ranges-of.js';
import { lockTrading, refuseBetweenPeriods, refuseExpired } from '../ledger/tradable.js';
import type { Verb } from '../platform/perform.js';
import { sql } from '../platform/sql.js';
import { requireReason } from './limits.js';
import type { MoveToSubaccountInput } from './market.input.js';
import { subaccounts } from './subaccount.js';

/**
 * Moves certificates of the actor's organisation to another sub-account of the account that they lie in, from any of the others.
 *
 * All or none: FORBIDDEN for RETAIL unless the actor is a supplier; CERTIFICATES_NOT_HELD (also when they are there already);
 * BEFORE_SCHEDULE between trading periods; CERTIFICATES_EXPIRED; TOO_MANY_ROWS. Source: domain 4 (in and out during a trading period).
 */
export async function moveToSubaccount(verb: Verb, { ranges, subaccount, reason }: MoveToSubaccountInput) {
  const { em, context, now } = verb;
  requireReason(reason);
  if (subaccount === 'RETAIL' && !context.actor.kinds.has('SUPPLIER')) {
    throw new Refusal('FORBIDDEN', 'Retail sub-accounts are those of electricity suppliers.', { kinds: ['SUPPLIER'] });
  }
  const wanted = rangesOf(ranges);
  refuseBetweenPeriods(now);
  await lockTrading(em);
  const moved = await moveCertificates(verb, {
    ranges: wanted,
    fromState: subaccounts.filter(other => other !== subaccount),
    where: sql`account.organisation_id = ${context.actor.organisationId}`,
    kind: `TO_${subaccount}`,
    toState: subaccount,
    toGisAccountId: null,
    unit: { kind: 'TRADE', reason },
  });
  await refuseExpired(em, moved.parts, now);
  return { quantity: moved.quantity, ranges: moved.ranges.map(formatSerialRange) };
}
