import { lockTrading, refuseBetweenPeriods, refuseExpired } from '../ledger/tradable.js';
import type { Verb } from '../platform/perform.js';
import { requireReason } from './limits.js';
import { decideTransfer, lockTransfer } from './lock-transfer.js';
import type { TransferDecisionInput } from './market.input.js';

/**
 * Accepts what was offered to an account of the actor's organisation: the certificates are active there from now on. NOT_FOUND another's;
 * REQUEST_NOT_OPEN once it is decided; BEFORE_SCHEDULE between trading periods; CERTIFICATES_EXPIRED.
 */
export async function acceptTransfer(verb: Verb, { transferId, reason }: TransferDecisionInput) {
  requireReason(reason);
  await lockTrading(verb.em);
  const transfer = await lockTransfer(verb, transferId, 'to');
  refuseBetweenPeriods(verb.now);
  const moved = await decideTransfer(verb, transfer, 'ACCEPTED', { kind: 'TRADE', reason });
  await refuseExpired(verb.em, moved.parts, verb.now);
  return { transferId, state: 'ACCEPTED', quantity: moved.quantity };
}
