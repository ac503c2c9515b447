import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { decimalText } from '../domain/decimal.js';
import { ptsCarryKwhOf } from '../domain/issuance-carry.js';
import { type BulkColumn, insertRows, nextIds } from '../platform/insert-rows.js';
import type { AssetMonth, Use, WrittenMonth } from './asset-month.js';
import { appliedLine, factorLine, issuanceLine, placeOf, systemLine, useLine } from './unit-lines.js';

/**
 * Writes months of assets: every step of the arithmetic, the readings used, the adjustments that went in. A fixed number of
 * statements, however many months; figures become text once, for the rows and for the lines of the units.
 */
export async function writeIssuances(em: EntityManager, months: readonly AssetMonth[]): Promise<WrittenMonth[]> {
  const ids = await nextIds(em, 'issuance_id_seq', months.length);
  const written = months.map((month, index) => ({ ...month, id: ids[index] ?? '' }));
  const texts = written.map(textOf);
  await insertRows(em, 'issuance', texts, [
    ['id', 'bigint', each => each.id],
    ['run_id', 'bigint', each => each.runId],
    ['asset_id', 'bigint', each => each.unit.assetId],
    ['unit_sequence', 'bigint', each => each.unit.sequence],
    ['program', 'text', each => each.program],
    ['month', 'date', each => monthToDate(each.month)],
    ['revision', 'int', each => each.revision],
    ['replaces_id', 'bigint', each => each.replacesId],
    ['gis_account_id', 'bigint', each => each.gisAccountId],
    ['process', 'text', each => each.process],
    ['opening_pts_carry_kwh', 'numeric', each => each.openingPtsCarryKwh],
    ['opening_gis_carry_mwh', 'numeric', each => each.openingGisCarryMwh],
    ['production_kwh', 'numeric', each => each.productionKwh],
    ['reported_mwh', 'numeric', each => each.reportedMwh],
    ['eligible_mwh', 'numeric', each => each.eligibleMwh],
    ['adjustment_mwh', 'numeric', each => each.adjustmentMwh],
    ['minted', 'int', each => each.minted],
    ['retired_remainder_mwh', 'numeric', each => each.retiredRemainderMwh],
    ['closing_pts_carry_kwh', 'numeric', each => each.closingPtsCarryKwh],
    ['closing_gis_carry_mwh', 'numeric', each => each.closingGisCarryMwh],
    ['occurred_at', 'timestamptz', each => each.occurredAt.toISOString()],
  ]);
  const factorSteps = texts.flatMap(({ id, factors }) => factors.map(step => ({ ...step, issuanceId: id })));
  await insertRows(em, 'issuance_factor', factorSteps, [
    ...ofStep,
    ['opening_pts_carry_kwh', 'numeric', step => step.openingPtsCarryKwh],
    ['production_kwh', 'numeric', step => step.productionKwh],
    ['closing_pts_carry_kwh', 'numeric', step => step.closingPtsCarryKwh],
    ['deferred_kwh', 'numeric', step => step.deferredKwh],
  ]);
  const systemSteps = texts.flatMap(({ id, systems }) => systems.map(step => ({ ...step, issuanceId: id })));
  await insertRows(em, 'issuance_system', systemSteps, [
    ...ofStep,
    ['system_id', 'bigint', step => step.systemId],
    ['eligible_kwh', 'numeric', step => step.eligibleKwh],
    ['carried_in_kwh', 'numeric', step => step.carriedInKwh],
  ]);
  const uses = texts.flatMap(({ id, revision, uses }) => uses.map(use => ({ id, revision, use })));
  await insertRows(em, 'reading_use', uses, [
    ['month', 'date', each => monthToDate(each.use.month)],
    ['reading_month', 'date', each => monthToDate(each.use.readingMonth)],
    ['reading_id', 'bigint', each => each.use.readingId],
    ['revision', 'int', each => each.revision],
    ['system_id', 'bigint', each => each.use.systemId],
    ['issuance_id', 'bigint', each => each.id],
    ['production_kwh', 'numeric', each => each.use.productionKwh],
    ['eligible_kwh', 'numeric', each => each.use.eligibleKwh],
  ]);
  const applied = written.flatMap(({ id, adjustmentIds }) => adjustmentIds.map(adjustmentId => ({ id, adjustmentId })));
  await insertRows(em, 'adjustment_application', applied, [
    ['adjustment_id', 'bigint', each => each.adjustmentId],
    ['issuance_id', 'bigint', each => each.id],
  ]);
  for (const text of texts) addLines(text);
  return written;
}

/** What the steps of the arithmetic have in common, those of a factor and those of a system. */
interface StepText {
  readonly issuanceId: string;
  readonly factor: string;
  readonly reportedMwh: string | null;
  readonly eligibleMwh: string | null;
}

const ofStep: readonly BulkColumn<StepText>[] = [
  ['issuance_id', 'bigint', step => step.issuanceId],
  ['srec_factor', 'numeric', step => step.factor],
  ['reported_mwh', 'numeric', step => step.reportedMwh],
  ['eligible_mwh', 'numeric', step => step.eligibleMwh],
];

type MonthText = ReturnType<typeof textOf>;

function textOf({ issuance, uses, ...of }: WrittenMonth) {
  return {
    ...of,
    month: issuance.month,
    process: issuance.process,
    openingPtsCarryKwh: decimalText(ptsCarryKwhOf(issuance.opening)),
    openingGisCarryMwh: decimalText(issuance.opening.gisCarryMwh),
    productionKwh: decimalText(issuance.productionKwh),
    reportedMwh: decimalText(issuance.reportedMwh),
    eligibleMwh: decimalText(issuance.eligibleMwh),
    adjustmentMwh: decimalText(issuance.adjustmentMwh),
    minted: issuance.minted,
    retiredRemainderMwh: decimalText(issuance.retiredRemainderMwh),
    closingPtsCarryKwh: decimalText(ptsCarryKwhOf(issuance.closing)),
    closingGisCarryMwh: decimalText(issuance.closing.gisCarryMwh),
    factors: issuance.factors.map(step => ({
      factor: decimalText(step.factor),
      openingPtsCarryKwh: decimalText(step.openingPtsCarryKwh),
      productionKwh: decimalText(step.productionKwh),
      reportedMwh: decimalText(step.reportedMwh),
      eligibleMwh: decimalText(step.eligibleMwh),
      closingPtsCarryKwh: decimalText(step.closingPtsCarryKwh),
      deferredKwh: decimalText(step.deferredKwh),
    })),
    systems: issuance.systems.map(step => ({
      systemId: step.systemId,
      factor: decimalText(step.factor),
      eligibleKwh: decimalText(step.productionKwh),
      carriedInKwh: decimalText(step.carriedInKwh),
      reportedMwh: step.reportedMwh && decimalText(step.reportedMwh),
      eligibleMwh: step.eligibleMwh && decimalText(step.eligibleMwh),
    })),
    uses: uses.map(useText),
  };
}

function useText(use: Use) {
  const productionKwh = decimalText(use.productionKwh);
  return {
    month: use.month,
    systemId: use.systemId,
    readingMonth: use.readingMonth,
    readingId: use.readingId,
    productionKwh,
    eligibleKwh: use.eligibleKwh === use.productionKwh ? productionKwh : decimalText(use.eligibleKwh),
  };
}

function addLines(text: MonthText): void {
  const { lines } = text.unit;
  const place = placeOf(text.program, text.month, text.revision);
  lines.push(issuanceLine(place, text));
  for (const step of text.factors) lines.push(factorLine(place, step));
  for (const step of text.systems) lines.push(systemLine(place, step));
  for (const use of text.uses) lines.push(useLine(place, use));
  for (const adjustmentId of text.adjustmentIds) lines.push(appliedLine(place, adjustmentId));
}
