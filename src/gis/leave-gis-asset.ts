import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockSystem, requireSystem } from '../system/find-system.js';
import { GisAssetEntity, GisAssetMembershipEntity } from './gis.entity.js';
import type { LeaveGisAssetInput } from './gis.input.js';
import { refuseIssuedMonth } from './refuse-issued-month.js';

/**
 * Takes a system out of its asset from a month on, without another; the ending keeps its own reason and who ended it.
 *
 * NOT_FOUND without the system; MONTH_ALREADY_ISSUED for a month that is reported; CONFLICT when the system is in no asset from
 * then on, or joins it in that month or later.
 */
export async function leaveGisAsset({ em, context }: Verb, input: LeaveGisAssetInput) {
  const { ptsId, fromMonth, reason } = input;
  const system = await requireSystem(em, context.actor, ptsId);
  await lockSystem(em, system.id);
  await refuseIssuedMonth(em, fromMonth);
  const [last] = await em.find(
    GisAssetMembershipEntity,
    { systemId: system.id },
    { orderBy: { fromMonth: 'desc' }, limit: 1 },
  );
  if (!last) throw new Refusal('CONFLICT', `${ptsId} is in no GIS asset.`, { ptsId });
  if (last.untilMonth) {
    throw new Refusal('CONFLICT', `${ptsId} is in no GIS asset from ${last.untilMonth} on already.`, {
      ptsId,
      untilMonth: last.untilMonth,
    });
  }
  if (fromMonth <= last.fromMonth) {
    throw new Refusal('CONFLICT', `${ptsId} joins its GIS asset in ${last.fromMonth}, not before ${fromMonth}.`, {
      ptsId,
      fromMonth,
      held: last.fromMonth,
    });
  }
  last.untilMonth = fromMonth;
  last.endReason = reason;
  last.endedBy = context.actor.accountId;
  await em.flush();
  const asset = await em.findOneOrFail(GisAssetEntity, last.assetId);
  return { ptsId, gisId: asset.gisId };
}
