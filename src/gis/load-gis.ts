import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { GisAccountEntity, type GisAccountRow, GisAssetEntity, type GisAssetRow } from './gis.entity.js';

const accountById = 'GIS account by id';
const assetById = 'GIS asset by id';

/** A GIS account by id, batched. */
export async function loadGisAccount(context: Context, id: string): Promise<GisAccountRow> {
  const fetch = (ids: readonly string[]) => context.em.find(GisAccountEntity, { id: { $in: [...ids] } });
  return found(await loadOne(context, accountById, id, fetch, account => account.id), 'GIS account', id);
}

/** A GIS asset by id, batched. */
export async function loadGisAsset(context: Context, id: string): Promise<GisAssetRow> {
  const fetch = (ids: readonly string[]) => context.em.find(GisAssetEntity, { id: { $in: [...ids] } });
  return found(await loadOne(context, assetById, id, fetch, asset => asset.id), 'GIS asset', id);
}

/** A row that refers to one that does not exist is a defect, not a refusal. */
function found<Row>(row: Row | null, what: string, id: string): Row {
  if (row === null) throw new Error(`${what} ${id} is missing`);
  return row;
}
