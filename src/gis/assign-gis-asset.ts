import type { Verb } from '../platform/perform.js';
import { requireAsset } from './find-asset.js';
import type { AssignGisAssetInput } from './gis.input.js';
import { holdAsset } from './hold-asset.js';
import { refuseIssuedMonth } from './refuse-issued-month.js';

/** Lets another account hold an asset from a month on. Its carry stays with the asset. */
export async function assignGisAsset(verb: Verb, input: AssignGisAssetInput) {
  const asset = await requireAsset(verb.em, input.gisId);
  await refuseIssuedMonth(verb.em, input.fromMonth);
  await holdAsset(verb, asset, input);
  return { gisId: asset.gisId };
}
