import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { LedgerEntryKind } from './certificate.entity.js';

/** One line of the ledger, as it is written. What does not apply to its kind is left out. */
export interface EntryToWrite {
  readonly assetId: string;
  readonly unitSequence: string;
  readonly kind: LedgerEntryKind;
  readonly program: Program;
  readonly vintageMonth: Month;
  readonly issuanceId?: string;
  readonly batchId?: string;
  readonly firstSerial?: number;
  readonly lastSerial?: number;
  readonly remainderMwh?: string;
  readonly adjustmentId?: string;
  readonly adjustedMwh?: string;
  readonly fromGisAccountId?: string;
  readonly toGisAccountId?: string;
}

/**
 * Writes lines of the ledger, numbered within each asset's unit in the order given: of one asset they belong to one unit. Gives their
 * ids in that order.
 */
export async function writeEntries(
  em: EntityManager,
  entries: readonly EntryToWrite[],
  occurredAt: Date,
): Promise<string[]> {
  const ids = await nextIds(em, 'ledger_entry_id_seq', entries.length);
  const positions = new Map<string, number>();
  const numbered = entries.map((entry, index) => {
    const position = (positions.get(entry.assetId) ?? 0) + 1;
    positions.set(entry.assetId, position);
    return { ...entry, id: ids[index] ?? '', position };
  });
  await insertRows(em, 'ledger_entry', numbered, [
    ['id', 'bigint', each => each.id],
    ['asset_id', 'bigint', each => each.assetId],
    ['unit_sequence', 'bigint', each => each.unitSequence],
    ['position', 'int', each => each.position],
    ['kind', 'text', each => each.kind],
    ['program', 'text', each => each.program],
    ['vintage_month', 'date', each => monthToDate(each.vintageMonth)],
    ['issuance_id', 'bigint', each => each.issuanceId],
    ['batch_id', 'bigint', each => each.batchId],
    ['first_serial', 'int', each => each.firstSerial],
    ['last_serial', 'int', each => each.lastSerial],
    ['remainder_mwh', 'numeric', each => each.remainderMwh],
    ['adjustment_id', 'bigint', each => each.adjustmentId],
    ['adjusted_mwh', 'numeric', each => each.adjustedMwh],
    ['from_gis_account_id', 'bigint', each => each.fromGisAccountId],
    ['to_gis_account_id', 'bigint', each => each.toGisAccountId],
    ['occurred_at', 'timestamptz', () => occurredAt.toISOString()],
  ]);
  return ids;
}
