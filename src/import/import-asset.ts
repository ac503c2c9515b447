import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Month, monthOf } from '../domain/month.js';
import { rows, sql } from '../platform/sql.js';
import type { ImportRecord } from './import-party.js';
import type { QualifiedUnit } from './qualified-unit.js';

/** A GIS asset as the list has it: who applied for it, and the first month in which it is needed. */
export interface ListedAsset {
  readonly gisId: string;
  readonly applicant: string;
  readonly fromMonth: Month;
}

/**
 * The assets of a list, by id. An asset has one holder, though the list may name several applicants among its units: the one
 * with the most units holds it, of equals the one named first. It is held from the month of its earliest effective date.
 */
export function listedAssets(units: readonly QualifiedUnit[]): Map<string, ListedAsset> {
  return new Map(
    [...Map.groupBy(units, unit => unit.gisId)].map(([gisId, members]) => {
      const byApplicant = [...Map.groupBy(members, unit => unit.applicant)];
      const [applicant] = byApplicant.reduce((most, next) => (next[1].length > most[1].length ? next : most));
      const earliest = members.reduce((first, next) => (next.effectiveOn < first.effectiveOn ? next : first));
      return [gisId, { gisId, applicant, fromMonth: monthOf(earliest.effectiveOn) }];
    }),
  );
}

/**
 * The ids of assets in the database, by GIS id: made where there are none, and given a holder for the months that lack one
 * before those on record; who holds an asset already goes on holding it. Three statements.
 */
export async function assetIdsOf(
  em: EntityManager,
  assets: readonly ListedAsset[],
  gisAccounts: ReadonlyMap<string, string>,
  record: ImportRecord,
): Promise<Map<string, string>> {
  const gisIds = assets.map(asset => asset.gisId);
  await rows(
    em,
    sql`insert into gis_asset (gis_id, created_at, created_by)
        select gis_id, ${record.at}::timestamptz, ${record.by}::bigint from unnest(${gisIds}::text[]) as listed (gis_id)
        on conflict on constraint gis_asset_gis_id_unique do nothing`,
  );
  await rows(
    em,
    sql`insert into gis_asset_holder (asset_id, gis_account_id, from_month, until_month, reason, created_at, created_by)
        select asset.id, listed.account_id, listed.from_month, held.first, ${record.reason}::text, ${record.at}::timestamptz,
               ${record.by}::bigint
        from unnest(${gisIds}::text[], ${assets.map(asset => gisAccounts.get(asset.applicant))}::bigint[],
                    ${assets.map(asset => monthToDate(asset.fromMonth))}::date[]) as listed (gis_id, account_id, from_month)
        join gis_asset asset on asset.gis_id = listed.gis_id
        cross join lateral (
          select min(from_month) as first from gis_asset_holder holder where holder.asset_id = asset.id) held
        where held.first is null or held.first > listed.from_month`,
  );
  const found = await rows<{ id: string; gisId: string }>(
    em,
    sql`select id, gis_id as "gisId" from gis_asset where gis_id = any(${gisIds}::text[])`,
  );
  return new Map(found.map(asset => [asset.gisId, asset.id]));
}
