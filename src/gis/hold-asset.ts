import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { GisAccountEntity, GisAssetHolderEntity, type GisAssetRow } from './gis.entity.js';
import { succeed } from './succeed.js';

/** Makes an account the holder of an asset from a month on, after whoever held it. */
export async function holdAsset(
  { em, context, now }: Verb,
  asset: GisAssetRow,
  holder: { readonly gisAccountId: string; readonly fromMonth: Month; readonly reason: string },
): Promise<void> {
  if (!(await em.findOne(GisAccountEntity, holder.gisAccountId))) {
    throw new Refusal('NOT_FOUND', 'There is no such GIS account.', { gisAccountId: holder.gisAccountId });
  }
  succeed(await em.find(GisAssetHolderEntity, { assetId: asset.id }), holder.fromMonth);
  await em.flush();
  em.persist(
    em.create(GisAssetHolderEntity, {
      assetId: asset.id,
      gisAccountId: holder.gisAccountId,
      fromMonth: holder.fromMonth,
      reason: holder.reason,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  await em.flush();
}
