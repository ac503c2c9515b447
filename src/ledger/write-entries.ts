import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { LedgerEntryKind } from './certificate.entity.js';
import { entryLine, type OpenUnit } from './unit-lines.js';

/** One line of the ledger, as it is written. What does not apply to its kind is left out. */
export interface EntryToWrite {
  readonly unit: OpenUnit;
  readonly kind: LedgerEntryKind;
  readonly program: Program;
  readonly vintageMonth: Month;
  readonly issuanceId?: string;
  readonly batchId?: string;
  readonly firstSerial?: number;
  readonly lastSerial?: number;
  readonly remainderMwh?: Decimal;
  readonly adjustmentId?: string;
  readonly adjustedMwh?: Decimal;
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
    const { unit, remainderMwh, adjustedMwh } = entry;
    const position = (positions.get(unit.assetId) ?? 0) + 1;
    positions.set(unit.assetId, position);
    const text = {
      ...entry,
      id: ids[index] ?? '',
      position,
      remainderMwh: remainderMwh && decimalText(remainderMwh),
      adjustedMwh: adjustedMwh && decimalText(adjustedMwh),
    };
    unit.lines.push(entryLine(text));
    return text;
  });
  await insertRows(em, 'ledger_entry', numbered, [
    ['id', 'bigint', each => each.id],
    ['asset_id', 'bigint', each => each.unit.assetId],
    ['unit_sequence', 'bigint', each => each.unit.sequence],
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
