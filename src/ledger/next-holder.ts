import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';

/**
 * The account that holds an asset today, for the line of an adjustment; it stays with the asset, like the carry, whoever holds that when it is
 * issued. ASSET_WITHOUT_HOLDER when none does.
 */
export async function nextHolder({ em, context }: Verb, assetId: string): Promise<string> {
  const { on } = context.actor;
  const holder = await maybeRow<{ gisAccountId: string }>(
    em,
    sql`select gis_account_id as "gisAccountId" from gis_asset_holder
        where asset_id = ${assetId} and from_month <= ${on}::date and (until_month is null or until_month > ${on}::date)`,
  );
  if (holder) return holder.gisAccountId;
  throw new Refusal('ASSET_WITHOUT_HOLDER', 'No GIS account holds the asset today, so no issuance can follow.', {
    assetId,
    on,
  });
}
