import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Refusal } from '../domain/error.js';
import { maybeRow, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import type { Change } from './change.js';

/** Refuses with CONFLICT a system that is in an asset already in the month from which it is to be. */
export async function refuseMember(
  em: EntityManager,
  system: SystemRow,
  asset: NonNullable<Change['asset']>,
): Promise<void> {
  const month = monthToDate(asset.fromMonth);
  const member = await maybeRow(
    em,
    sql`select from gis_asset_membership member join gis_asset a on a.id = member.asset_id and a.gis_id = ${asset.gisId}
        where member.system_id = ${system.id} and member.from_month <= ${month}::date
          and (member.until_month is null or member.until_month > ${month}::date)`,
  );
  if (!member) return;
  throw new Refusal('CONFLICT', `${system.ptsId} is in ${asset.gisId} already.`, { ...asset, ptsId: system.ptsId });
}
