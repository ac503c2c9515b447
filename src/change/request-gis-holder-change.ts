import { checkChangeMonth } from '../domain/change-date.js';
import { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { firstDayOf } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { SystemEntity, type SystemRow } from '../system/system.entity.js';
import { askChange } from './ask-change.js';
import type { RequestGisHolderChangeInput } from './change.input.js';
import type { Asker } from './change.js';
import { holdsAsset } from './change-standing.js';
import { partyOf } from './party-of.js';

/**
 * Asks for a system to join an asset that the actor's organisation holds. The system need not be the actor's to see: it is located by
 * matching data. NOT_FOUND for an asset that is not its own, and for a system that does not match, whatever does not.
 * Source: domain 5.2.
 */
export async function requestGisHolderChange(verb: Verb, input: RequestGisHolderChangeInput) {
  const { effectiveMonth, gisId, recOwner } = input;
  const askedAs = await askerByAsset(verb, input);
  const system = await locate(verb, input);
  const bounds = { today: verb.context.actor.on, operationOn: system.commercialOperationOn ?? null };
  checkChangeMonth('effectiveMonth', effectiveMonth, bounds);
  const fromOn = firstDayOf(effectiveMonth);
  return askChange(verb, {
    kind: 'GIS_HOLDER_CHANGE',
    system,
    change: {
      ptsId: system.ptsId,
      askedAs,
      moves: recOwner ? [{ role: 'REC_OWNER', to: partyOf('recOwner', recOwner), fromOn }] : [],
      asset: { gisId, fromMonth: effectiveMonth },
    },
    input,
    byContract: true,
  });
}

async function askerByAsset({ em, context }: Verb, input: RequestGisHolderChangeInput): Promise<Asker> {
  const { gisId, effectiveMonth } = input;
  const { actor } = context;
  if (actor.kinds.has('REC_OWNER') && (await holdsAsset(em, actor.organisationId, gisId, effectiveMonth))) {
    return 'GIS_ACCOUNT_HOLDER';
  }
  if (actor.kinds.has('STAFF') && (await holdsAsset(em, null, gisId, effectiveMonth))) return 'STAFF';
  throw new Refusal('NOT_FOUND', `There is no GIS asset ${gisId} that your organisation holds in ${effectiveMonth}.`, {
    gisId,
    effectiveMonth,
  });
}

async function locate({ em }: Verb, input: RequestGisHolderChangeInput): Promise<SystemRow> {
  const { ptsId, zip, capacityKw } = input;
  const system = await em.findOne(SystemEntity, { ptsId });
  if (system && system.zip === zip && new Decimal(system.capacityKw).eq(capacityKw)) return system;
  throw new Refusal('NOT_FOUND', `There is no system ${ptsId} with this ZIP code and capacity.`, { ptsId });
}
