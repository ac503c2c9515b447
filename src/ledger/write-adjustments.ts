import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { Use } from './asset-month.js';
import type { AdjustmentKind } from './correction.entity.js';
import { adjustmentLine, adjustmentUseLine, type OpenUnit } from './unit-lines.js';
import type { EntryToWrite } from './write-entries.js';

/** A debit or credit against the next issuance of an asset and programme, as it is written. */
export interface AdjustmentToWrite {
  readonly kind: AdjustmentKind;
  readonly correctionId: string;
  readonly unit: OpenUnit;
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
  const numbered = adjustments.map((adjustment, index) => textOf(adjustment, ids[index] ?? ''));
  await insertRows(em, 'adjustment', numbered, [
    ['id', 'bigint', each => each.id],
    ['kind', 'text', each => each.kind],
    ['correction_id', 'bigint', each => each.correctionId],
    ['asset_id', 'bigint', each => each.unit.assetId],
    ['unit_sequence', 'bigint', each => each.unit.sequence],
    ['program', 'text', each => each.program],
    ['month', 'date', each => monthToDate(each.month)],
    ['system_id', 'bigint', each => each.systemId],
    ['issuance_id', 'bigint', each => each.issuanceId],
    ['srec_factor', 'numeric', each => each.factor],
    ['production_kwh', 'numeric', each => each.productionKwh],
    ['eligible_kwh', 'numeric', each => each.eligibleKwh],
    ['reported_mwh', 'numeric', each => each.reportedMwh],
    ['eligible_mwh', 'numeric', each => each.eligibleMwh],
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
    ['production_kwh', 'numeric', each => each.use.productionKwh],
    ['eligible_kwh', 'numeric', each => each.use.eligibleKwh],
  ]);
  for (const { uses, ...each } of numbered) {
    each.unit.lines.push(adjustmentLine(each), ...uses.map(use => adjustmentUseLine(each.id, use)));
  }
  return adjustments.flatMap((each, index) =>
    each.eligibleMwh.isZero() ? [] : [entryOf(each, numbered[index]?.id ?? '')],
  );
}

function textOf(adjustment: AdjustmentToWrite, id: string) {
  return {
    ...adjustment,
    id,
    factor: decimalText(adjustment.factor),
    productionKwh: decimalText(adjustment.productionKwh),
    eligibleKwh: decimalText(adjustment.eligibleKwh),
    reportedMwh: decimalText(adjustment.reportedMwh),
    eligibleMwh: decimalText(adjustment.eligibleMwh),
    uses: adjustment.uses.map(use => ({
      ...use,
      productionKwh: decimalText(use.productionKwh),
      eligibleKwh: decimalText(use.eligibleKwh),
    })),
  };
}

function entryOf(adjustment: AdjustmentToWrite, id: string): EntryToWrite {
  return {
    unit: adjustment.unit,
    kind: 'ADJUST',
    program: adjustment.program,
    vintageMonth: adjustment.month,
    adjustmentId: id,
    adjustedMwh: adjustment.eligibleMwh,
    ...(adjustment.issuanceId === null ? {} : { issuanceId: adjustment.issuanceId }),
    ...(adjustment.eligibleMwh.isNegative()
      ? { fromGisAccountId: adjustment.gisAccountId }
      : { toGisAccountId: adjustment.gisAccountId }),
  };
}
