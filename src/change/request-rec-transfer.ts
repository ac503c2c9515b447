import { checkChangeMonth } from '../domain/change-date.js';
import { firstDayOf } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { askChange } from './ask-change.js';
import type { RequestRecTransferInput } from './change.input.js';
import { askerOf } from './change-standing.js';
import { partyOf } from './party-of.js';

/** Asks for the certificate rights to go to somebody else, by who holds them or the system owner, on a signed contract. */
export async function requestRecTransfer(verb: Verb, input: RequestRecTransferInput) {
  const { actor } = verb.context;
  const { effectiveMonth } = input;
  const system = await requireSystem(verb.em, actor, input.ptsId);
  const askedAs = await askerOf(verb, system, ['REC_OWNER', 'SYSTEM_OWNER']);
  const bounds = { today: actor.on, operationOn: system.commercialOperationOn ?? null };
  checkChangeMonth('effectiveMonth', effectiveMonth, bounds);
  const move = { role: 'REC_OWNER', to: partyOf('to', input.to), fromOn: firstDayOf(effectiveMonth) } as const;
  return askChange(verb, {
    kind: 'REC_TRANSFER',
    system,
    change: { ptsId: system.ptsId, askedAs, moves: [move], asset: null },
    input,
    byContract: true,
  });
}
