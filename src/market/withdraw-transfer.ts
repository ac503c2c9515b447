import { lockTrading, refuseExpired } from '../ledger/tradable.js';
import type { Verb } from '../platform/perform.js';
import { requireReason } from './limits.js';
import { decideTransfer, lockTransfer } from './lock-transfer.js';
import type { TransferDecisionInput } from './market.input.js';

/**
 * Withdraws what an account of the actor's organisation offers, also through a broker: the certificates are active again where they were. On any day until their
 * trading year is over. NOT_FOUND another's; REQUEST_NOT_OPEN once it is decided; CERTIFICATES_EXPIRED.
 */
export async function withdrawTransfer(verb: Verb, { transferId, reason }: TransferDecisionInput) {
  requireReason(reason);
  await lockTrading(verb.em);
  const transfer = await lockTransfer(verb, transferId, 'from');
  const moved = await decideTransfer(verb, transfer, 'WITHDRAWN', { kind: 'TRADE', reason });
  await refuseExpired(verb.em, moved.parts, verb.now);
  return { transferId, state: 'WITHDRAWN', quantity: moved.quantity };
}
