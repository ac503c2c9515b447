import { checkChangeDay } from '../domain/change-date.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { askChange } from './ask-change.js';
import type { RequestReporterChangeInput } from './change.input.js';
import { askerOf } from './change-standing.js';

/** Asks for another reporter, by the system owner, the REC owner or the account holder of the system's asset. */
export async function requestReporterChange(verb: Verb, input: RequestReporterChangeInput) {
  const { actor } = verb.context;
  const { representative, fromOn } = input;
  const system = await requireSystem(verb.em, actor, input.ptsId);
  const askedAs = await askerOf(verb, system, ['SYSTEM_OWNER', 'REC_OWNER', 'GIS_ACCOUNT_HOLDER']);
  checkChangeDay('fromOn', fromOn, { today: actor.on, operationOn: system.commercialOperationOn ?? null });
  const to = { organisationId: representative.organisationId };
  return askChange(verb, {
    kind: 'REPORTER_CHANGE',
    system,
    change: { ptsId: system.ptsId, askedAs, moves: [{ role: 'SYSTEM_REPRESENTATIVE', to, fromOn }], asset: null },
    input,
    byContract: false,
  });
}
