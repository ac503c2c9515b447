import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { monthColumn, whoAndWhen } from '../boundary/columns.js';

/** An account at the NEPOOL GIS, where certificates lie. */
export const GisAccountEntity = defineEntity({
  name: 'GisAccount',
  tableName: 'gis_account',
  properties: { id: p.bigint('string').primary(), organisationId: p.bigint('string'), name: p.text(), ...whoAndWhen },
});
export type GisAccountRow = InferEntity<typeof GisAccountEntity>;

/** An asset at the NEPOOL GIS (`NON107878`): one system or an aggregation of many. The carry stays with it. */
export const GisAssetEntity = defineEntity({
  name: 'GisAsset',
  tableName: 'gis_asset',
  properties: { id: p.bigint('string').primary(), gisId: p.text(), ...whoAndWhen },
});
export type GisAssetRow = InferEntity<typeof GisAssetEntity>;

const months = { fromMonth: p.type(monthColumn), untilMonth: p.type(monthColumn).nullable(), reason: p.text() };

/** Which account holds an asset in a month: its certificates of that month go there. */
export const GisAssetHolderEntity = defineEntity({
  name: 'GisAssetHolder',
  tableName: 'gis_asset_holder',
  properties: {
    id: p.bigint('string').primary(),
    assetId: p.bigint('string'),
    gisAccountId: p.bigint('string'),
    ...months,
    ...whoAndWhen,
  },
});
export type GisAssetHolderRow = InferEntity<typeof GisAssetHolderEntity>;

/** Which systems are in an asset in a month: a system is in one asset at a time. */
export const GisAssetMembershipEntity = defineEntity({
  name: 'GisAssetMembership',
  tableName: 'gis_asset_membership',
  properties: {
    id: p.bigint('string').primary(),
    assetId: p.bigint('string'),
    systemId: p.bigint('string'),
    ...months,
    ...whoAndWhen,
    endedBy: p.bigint('string').nullable(),
    /** Set when it ended without a successor; otherwise the successor's reason is that of the ending. */
    endReason: p.text().nullable(),
  },
});
export type GisAssetMembershipRow = InferEntity<typeof GisAssetMembershipEntity>;
