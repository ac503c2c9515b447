import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { requireAsset } from './find-asset.js';
import { GisAssetEntity, GisAssetMembershipEntity } from './gis.entity.js';
import type { JoinGisAssetInput } from './gis.input.js';
import { refuseIssuedMonth } from './refuse-issued-month.js';
import { succeed } from './succeed.js';

/** Puts a system into an asset from a month on; it leaves the asset that it was in. */
export async function joinGisAsset({ em, context, now }: Verb, input: JoinGisAssetInput) {
  const system = await requireSystem(em, context.actor, input.ptsId);
  const asset = await requireAsset(em, input.gisId);
  await refuseIssuedMonth(em, input.fromMonth);
  const left = succeed(await em.find(GisAssetMembershipEntity, { systemId: system.id }), input.fromMonth);
  await em.flush();
  em.persist(
    em.create(GisAssetMembershipEntity, {
      assetId: asset.id,
      systemId: system.id,
      fromMonth: input.fromMonth,
      reason: input.reason,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  await em.flush();
  const leftAsset = left ? await em.findOneOrFail(GisAssetEntity, left.assetId) : null;
  return { ptsId: system.ptsId, gisId: asset.gisId, leftGisId: leftAsset?.gisId ?? null };
}
