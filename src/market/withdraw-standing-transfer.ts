import type { Verb } from '../platform/perform.js';
import { decideStandingTransfer, lockStandingTransfer } from './decide-standing-transfer.js';
import type { StandingTransferDecisionInput } from './market.input.js';

/** Takes back a standing transfer from an account of the actor's organisation: while it waits, or approved unless it is irrevocable. NOT_FOUND another's; REQUEST_NOT_OPEN otherwise. */
export async function withdrawStandingTransfer(verb: Verb, { standingTransferId }: StandingTransferDecisionInput) {
  const standing = await lockStandingTransfer(verb, standingTransferId, 'from');
  return decideStandingTransfer(verb, standing, 'WITHDRAWN');
}
