import type { Verb } from '../platform/perform.js';
import { decideStandingTransfer, lockStandingTransfer } from './decide-standing-transfer.js';
import type { StandingTransferDecisionInput } from './market.input.js';

/** Rejects a standing transfer that waits, to an account of the actor's organisation. NOT_FOUND another's; REQUEST_NOT_OPEN otherwise. */
export async function rejectStandingTransfer(verb: Verb, { standingTransferId }: StandingTransferDecisionInput) {
  const standing = await lockStandingTransfer(verb, standingTransferId, 'to');
  return decideStandingTransfer(verb, standing, 'REJECTED');
}
