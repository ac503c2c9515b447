import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal } from '../domain/decimal.js';
import type { Program } from '../domain/program.js';
import { rows, sql } from '../platform/sql.js';
import { carryKey } from './asset-production.js';

/** Debits and credits of an asset and programme that wait for its next issuance: their sum, and which they are. */
export interface PendingAdjustments {
  readonly assetId: string;
  readonly program: Program;
  readonly mwh: Decimal;
  readonly ids: readonly string[];
}

/** What waits for the next issuance of assets, by `carryKey`. */
export async function pendingAdjustments(
  em: EntityManager,
  assetIds: readonly string[],
): Promise<Map<string, PendingAdjustments>> {
  const found = await rows<{ assetId: string; program: Program; mwh: string; ids: string[] }>(
    em,
    sql`select a.asset_id as "assetId", a.program, sum(a.eligible_mwh)::text as mwh,
               array_agg(a.id::text order by a.id) as ids
        from adjustment a
        where a.asset_id = any(${assetIds}::bigint[])
          and not exists (select from adjustment_application applied where applied.adjustment_id = a.id)
        group by a.asset_id, a.program`,
  );
  return new Map(found.map(each => [carryKey(each.assetId, each.program), { ...each, mwh: new Decimal(each.mwh) }]));
}
