import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { decimalText } from '../domain/decimal.js';
import { ptsCarryKwhOf } from '../domain/issuance-carry.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { AssetMonth, WrittenMonth } from './asset-month.js';

/**
 * Writes months of assets: every step of the arithmetic, the readings used, the adjustments that went in. A fixed number of
 * statements, however many months.
 */
export async function writeIssuances(em: EntityManager, months: readonly AssetMonth[]): Promise<WrittenMonth[]> {
  const ids = await nextIds(em, 'issuance_id_seq', months.length);
  const written = months.map((month, index) => ({ ...month, id: ids[index] ?? '' }));
  await insertRows(em, 'issuance', written, [
    ['id', 'bigint', each => each.id],
    ['run_id', 'bigint', each => each.runId],
    ['asset_id', 'bigint', each => each.assetId],
    ['unit_sequence', 'bigint', each => each.unitSequence],
    ['program', 'text', each => each.program],
    ['month', 'date', each => monthToDate(each.issuance.month)],
    ['revision', 'int', each => each.revision],
    ['replaces_id', 'bigint', each => each.replacesId],
    ['gis_account_id', 'bigint', each => each.gisAccountId],
    ['process', 'text', each => each.issuance.process],
    ['opening_pts_carry_kwh', 'numeric', each => decimalText(ptsCarryKwhOf(each.issuance.opening))],
    ['opening_gis_carry_mwh', 'numeric', each => decimalText(each.issuance.opening.gisCarryMwh)],
    ['production_kwh', 'numeric', each => decimalText(each.issuance.productionKwh)],
    ['reported_mwh', 'numeric', each => decimalText(each.issuance.reportedMwh)],
    ['eligible_mwh', 'numeric', each => decimalText(each.issuance.eligibleMwh)],
    ['adjustment_mwh', 'numeric', each => decimalText(each.issuance.adjustmentMwh)],
    ['minted', 'int', each => each.issuance.minted],
    ['retired_remainder_mwh', 'numeric', each => decimalText(each.issuance.retiredRemainderMwh)],
    ['closing_pts_carry_kwh', 'numeric', each => decimalText(ptsCarryKwhOf(each.issuance.closing))],
    ['closing_gis_carry_mwh', 'numeric', each => decimalText(each.issuance.closing.gisCarryMwh)],
    ['occurred_at', 'timestamptz', each => each.occurredAt.toISOString()],
  ]);
  const factorSteps = written.flatMap(({ id, issuance }) => issuance.factors.map(step => ({ id, step })));
  await insertRows(em, 'issuance_factor', factorSteps, [
    ['issuance_id', 'bigint', each => each.id],
    ['srec_factor', 'numeric', each => decimalText(each.step.factor)],
    ['opening_pts_carry_kwh', 'numeric', each => decimalText(each.step.openingPtsCarryKwh)],
    ['production_kwh', 'numeric', each => decimalText(each.step.productionKwh)],
    ['reported_mwh', 'numeric', each => decimalText(each.step.reportedMwh)],
    ['eligible_mwh', 'numeric', each => decimalText(each.step.eligibleMwh)],
    ['closing_pts_carry_kwh', 'numeric', each => decimalText(each.step.closingPtsCarryKwh)],
    ['deferred_kwh', 'numeric', each => decimalText(each.step.deferredKwh)],
  ]);
  const systemSteps = written.flatMap(({ id, issuance }) => issuance.systems.map(step => ({ id, step })));
  await insertRows(em, 'issuance_system', systemSteps, [
    ['issuance_id', 'bigint', each => each.id],
    ['system_id', 'bigint', each => each.step.systemId],
    ['srec_factor', 'numeric', each => decimalText(each.step.factor)],
    ['eligible_kwh', 'numeric', each => decimalText(each.step.productionKwh)],
    ['carried_in_kwh', 'numeric', each => decimalText(each.step.carriedInKwh)],
    ['reported_mwh', 'numeric', each => each.step.reportedMwh && decimalText(each.step.reportedMwh)],
    ['eligible_mwh', 'numeric', each => each.step.eligibleMwh && decimalText(each.step.eligibleMwh)],
  ]);
  const uses = written.flatMap(({ id, revision, uses }) => uses.map(use => ({ id, revision, use })));
  await insertRows(em, 'reading_use', uses, [
    ['month', 'date', each => monthToDate(each.use.month)],
    ['reading_month', 'date', each => monthToDate(each.use.readingMonth)],
    ['reading_id', 'bigint', each => each.use.readingId],
    ['revision', 'int', each => each.revision],
    ['system_id', 'bigint', each => each.use.systemId],
    ['issuance_id', 'bigint', each => each.id],
    ['production_kwh', 'numeric', each => decimalText(each.use.productionKwh)],
    ['eligible_kwh', 'numeric', each => decimalText(each.use.eligibleKwh)],
  ]);
  const applied = written.flatMap(({ id, adjustmentIds }) => adjustmentIds.map(adjustmentId => ({ id, adjustmentId })));
  await insertRows(em, 'adjustment_application', applied, [
    ['adjustment_id', 'bigint', each => each.adjustmentId],
    ['issuance_id', 'bigint', each => each.id],
  ]);
  return written;
}
