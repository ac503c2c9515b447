import { rawSql, type Sql, sql } from '../../platform/sql.js';
import { isNotTakenOut, isStanding } from '../standing.js';

/** A month column as people write it: 2017-10. */
export function monthText(column: string): Sql {
  return sql`to_char(${rawSql(column)}, 'YYYY-MM')`;
}

/** The quarter of a month column, as it is stored: 2017-Q4. */
export function quarterText(column: string): Sql {
  return sql`to_char(${rawSql(column)}, 'YYYY"-Q"Q')`;
}

/** Columns that name an issuance; to be used with `issuances`. */
export const issuancePlace: Sql = sql`asset.gis_id as asset, i.program, to_char(i.month, 'YYYY-MM') as month, i.id as issuance`;

/** Issuances, as `i`, with the asset that they are of. */
export const issuances: Sql = sql`issuance i left join gis_asset asset on asset.id = i.asset_id`;

/** Columns that name a batch; to be used with `batches`. */
export const batchPlace: Sql = sql`asset.gis_id as asset, b.program, to_char(b.vintage_month, 'YYYY-MM') as month, b.id as batch`;

/** Batches, as `b`, with the asset that they are of. */
export const batches: Sql = sql`certificate_batch b left join gis_asset asset on asset.id = b.asset_id`;

/**
 * What counts now: uses of the issuances that stand and what adjustments put in, less what adjustments took out; one row for each reading
 * and month.
 */
export const counted: Sql = sql`(
  select u.month, u.reading_month, u.reading_id, u.system_id, u.issuance_id, u.production_kwh, u.eligible_kwh from reading_use u
  where ${isStanding('u.issuance_id')}
    and ${isNotTakenOut}
  union all
  select u.month, u.reading_month, u.reading_id, u.system_id, null, u.production_kwh, u.eligible_kwh from adjustment_use u
  where u.sign = 1
    and ${isNotTakenOut})`;
