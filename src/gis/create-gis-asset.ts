import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { GisAssetEntity } from './gis.entity.js';
import type { CreateGisAssetInput } from './gis.input.js';
import { holdAsset } from './hold-asset.js';

/** Enters a GIS asset and the account that holds it. Refuses with CONFLICT an id that is on record. */
export async function createGisAsset(verb: Verb, input: CreateGisAssetInput) {
  const { em, context, now } = verb;
  if (!/^(NON|MSS)\d+$/.test(input.gisId)) {
    throw new Refusal('BAD_USER_INPUT', 'A GIS asset id is NON or MSS and digits.', {
      field: 'gisId',
      value: input.gisId,
    });
  }
  const asset = em.create(GisAssetEntity, { gisId: input.gisId, createdAt: now, createdBy: context.actor.accountId });
  await em.persist(asset).flush();
  await holdAsset(verb, asset, input);
  return { gisId: asset.gisId };
}
