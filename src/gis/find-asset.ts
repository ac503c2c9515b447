import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { GisAssetEntity, type GisAssetRow } from './gis.entity.js';

/** The asset of an id at the GIS, or NOT_FOUND. */
export async function requireAsset(em: EntityManager, gisId: string): Promise<GisAssetRow> {
  const asset = await em.findOne(GisAssetEntity, { gisId });
  if (!asset) throw new Refusal('NOT_FOUND', `There is no GIS asset ${gisId}.`, { gisId });
  return asset;
}
