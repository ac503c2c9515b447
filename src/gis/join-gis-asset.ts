import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';
import { lockSystem, requireSystem } from '../system/find-system.js';
import { requireAsset } from './find-asset.js';
import { GisAssetEntity, GisAssetMembershipEntity, type GisAssetRow } from './gis.entity.js';
import type { JoinGisAssetInput } from './gis.input.js';
import { refuseIssuedMonth } from './refuse-issued-month.js';
import { succeed } from './succeed.js';

/**
 * Puts a system into an asset from a month on; it leaves the asset that it was in. Refuses with ASSET_WITHOUT_HOLDER a month in
 * which no account holds the asset yet.
 */
export async function joinGisAsset({ em, context, now }: Verb, input: JoinGisAssetInput) {
  const system = await requireSystem(em, context.actor, input.ptsId);
  const asset = await requireAsset(em, input.gisId);
  await lockSystem(em, system.id);
  await refuseIssuedMonth(em, input.fromMonth);
  await refuseUnheld(em, asset, input.fromMonth);
  const left = succeed(await em.find(GisAssetMembershipEntity, { systemId: system.id }), input.fromMonth);
  if (left) {
    left.endedBy = context.actor.accountId;
    left.endReason = null;
  }
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

/** An asset is held without a gap from its first holder on; before that nobody could be given certificates. */
async function refuseUnheld(em: EntityManager, asset: GisAssetRow, fromMonth: Month): Promise<void> {
  const held = await maybeRow(
    em,
    sql`select from gis_asset_holder where asset_id = ${asset.id} and from_month <= ${monthToDate(fromMonth)}::date limit 1`,
  );
  if (held) return;
  throw new Refusal('ASSET_WITHOUT_HOLDER', `No GIS account holds ${asset.gisId} in ${fromMonth}.`, {
    gisId: asset.gisId,
    fromMonth,
  });
}
