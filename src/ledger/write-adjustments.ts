import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { Use } from './asset-month.js';
import type { AdjustmentKind } from './correction.entity.js';
import type { EntryToWrite } from './write-entries.js';

/** A debit or credit against the next issuance of an asset and programme, as it is written. */
export interface AdjustmentToWrite {
  readonly kind: AdjustmentKind;
  readonly correctionId: string;
  readonly assetId: string;
  readonly unitSequence: string;
  readonly program: Program;
  readonly month: Month;
  readonly systemId: string;
  readonly issuanceId: string | null;
  readonly factor: Decimal;
  readonly productionKwh: Decimal;
  readonly eligibleKwh: Decimal;
  readonly reportedMwh: Decimal;
  readonly eligibleMwh: Decimal;
  readonly uses: readonly (Use & { readonly sign: 1 | -1 })[];
  /** The account that holds the asset when the adjustment is made; like the carry, it stays with the asset when another takes over. */
  readonly gisAccountId: string;
}

/**
 * Writes adjustments with what each takes out and puts in; gives their lines of the ledger, in the order given. One that changes only
 * which reading stands behind the same figure has no line.
 */
export async function writeAdjustments(
  em: EntityManager,
  adjustments: readonly AdjustmentToWrite[],
  occurredAt: Date,
): Promise<EntryToWrite[]> {
  const ids = await nextIds(em, 'adjustment_id_seq', adjustments.length);
  const numbered = adjustments.map((adjustment, index) => ({ ...adjustment, id: ids[index] ?? '' }));
  await insertRows(em, 'adjustment', numbered, [
    ['id', 'bigint', each => each.id],
    ['kind', 'text', each => each.kind],
    ['correction_id', 'bigint', each => each.correctionId],
    ['asset_id', 'bigint', each => each.assetId],
    ['unit_sequence', 'bigint', each => each.unitSequence],
    ['program', 'text', each => each.program],
    ['month', 'date', each => monthToDate(each.month)],
    ['system_id', 'bigint', each => each.systemId],
    ['issuance_id', 'bigint', each => each.issuanceId],
    ['srec_factor', 'numeric', each => decimalText(each.factor)],
    ['production_kwh', 'numeric', each => decimalText(each.productionKwh)],
    ['eligible_kwh', 'numeric', each => decimalText(each.eligibleKwh)],
    ['reported_mwh', 'numeric', each => decimalText(each.reportedMwh)],
    ['eligible_mwh', 'numeric', each => decimalText(each.eligibleMwh)],
    ['occurred_at', 'timestamptz', () => occurredAt.toISOString()],
  ]);
  const uses = numbered.flatMap(({ id, uses }) => uses.map(use => ({ id, use })));
  await insertRows(em, 'adjustment_use', uses, [
    ['adjustment_id', 'bigint', each => each.id],
    ['reading_month', 'date', each => monthToDate(each.use.readingMonth)],
    ['reading_id', 'bigint', each => each.use.readingId],
    ['sign', 'smallint', each => each.use.sign],
    ['month', 'date', each => monthToDate(each.use.month)],
    ['system_id', 'bigint', each => each.use.systemId],
    ['production_kwh', 'numeric', each => decimalText(each.use.productionKwh)],
    ['eligible_kwh', 'numeric', each => decimalText(each.use.eligibleKwh)],
  ]);
  return numbered
    .filter(each => !each.eligibleMwh.isZero())
    .map(each => ({
      assetId: each.assetId,
      unitSequence: each.unitSequence,
      kind: 'ADJUST' as const,
      program: each.program,
      vintageMonth: each.month,
      adjustmentId: each.id,
      adjustedMwh: decimalText(each.eligibleMwh),
      ...(each.issuanceId === null ? {} : { issuanceId: each.issuanceId }),
      ...(each.eligibleMwh.isNegative()
        ? { fromGisAccountId: each.gisAccountId }
        : { toGisAccountId: each.gisAccountId }),
    }));
}
