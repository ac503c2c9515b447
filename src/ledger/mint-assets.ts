import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { rows, sql } from '../platform/sql.js';
import type { InTurn } from './asset-batches.js';
import { closeUnits, lockStreams, unitOf } from './ledger-unit.js';
import { leavesSomething, type Mintable, mint, takeBatchIds } from './mint.js';

/** The run of a quarter that is being issued, for the rows it writes. */
export interface IssueRun {
  readonly id: string;
  readonly quarter: Quarter;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly reason: string;
}

/**
 * Mints what was reported for some assets, in the transaction given: batches, entries, holdings and hashes, all or nothing. Assets
 * that are minted already, or have nothing to mint, are left alone. Batches of certificates are numbered in the order of assets, so
 * their numbers are taken in turn, before any chain is locked.
 */
export async function mintAssets(
  em: EntityManager,
  run: IssueRun,
  assetIds: readonly string[],
  inTurn: InTurn,
): Promise<void> {
  const months = monthsOf(run.quarter);
  const reported = await rows<
    Omit<Mintable, 'unit' | 'retiredRemainderMwh'> & { readonly assetId: string; readonly remainderMwh: string }
  >(
    em,
    sql`select i.id, i.asset_id as "assetId", i.program, to_char(i.month, 'YYYY-MM') as month, i.gis_account_id as "gisAccountId",
               i.minted, i.retired_remainder_mwh as "remainderMwh"
        from unnest(${assetIds}::bigint[]) as asset (id)
        cross join lateral (
          select of.* from issuance of
          where of.asset_id = asset.id and of.month between ${monthToDate(months[0])}::date and ${monthToDate(months[2])}::date
          offset 0 -- asset by asset: nothing was counted of the run yet, and the planner would read all of it for each batch
        ) i
        where i.run_id = ${run.id} and i.revision = 1
          and not exists (select from ledger_entry e where e.issuance_id = i.id and e.kind in ('MINT', 'RETIRE_REMAINDER'))
        order by i.asset_id, i.program, i.month`,
  );
  const mintable = reported
    .map(({ remainderMwh, ...each }) => ({ ...each, retiredRemainderMwh: new Decimal(remainderMwh) }))
    .filter(leavesSomething);
  const mintingIds = [...new Set(mintable.map(each => each.assetId))];
  if (mintingIds.length === 0) return;
  const batchIds = await inTurn(() => takeBatchIds(em, mintable));
  const units = await lockStreams(em, mintingIds);
  await mint(
    em,
    mintable.map(({ assetId, ...each }) => ({ ...each, unit: unitOf(units, assetId) })),
    batchIds,
    run.issuedAt,
  );
  await closeUnits(em, [...units.values()], {
    kind: 'ISSUE',
    reason: run.reason,
    occurredAt: run.issuedAt,
    createdBy: run.issuedBy,
  });
}
