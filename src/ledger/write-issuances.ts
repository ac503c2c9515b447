import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { decimalText } from '../domain/decimal.js';
import { ptsCarryKwhOf } from '../domain/issuance-carry.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import type { AssetMonth, Run } from './asset-month.js';

/**
 * Writes issued months: every step of the arithmetic, the readings used, certificate batches, ledger entries and holdings.
 * A fixed number of statements, however many months.
 */
export async function writeIssuances(em: EntityManager, run: Run, months: readonly AssetMonth[]): Promise<void> {
  const ids = await nextIds(em, 'issuance_id_seq', months.length);
  const issued = months.map((month, index) => ({ ...month, id: ids[index] ?? '' }));
  await insertRows(em, 'issuance', issued, [
    ['id', 'bigint', each => each.id],
    ['run_id', 'bigint', () => run.id],
    ['asset_id', 'bigint', each => each.assetId],
    ['unit_sequence', 'bigint', each => each.unitSequence],
    ['program', 'text', each => each.program],
    ['month', 'date', each => monthToDate(each.issuance.month)],
    ['gis_account_id', 'bigint', each => each.gisAccountId],
    ['process', 'text', each => each.issuance.process],
    ['opening_pts_carry_kwh', 'numeric', each => decimalText(ptsCarryKwhOf(each.issuance.opening))],
    ['opening_gis_carry_mwh', 'numeric', each => decimalText(each.issuance.opening.gisCarryMwh)],
    ['production_kwh', 'numeric', each => decimalText(each.issuance.productionKwh)],
    ['reported_mwh', 'numeric', each => decimalText(each.issuance.reportedMwh)],
    ['eligible_mwh', 'numeric', each => decimalText(each.issuance.eligibleMwh)],
    ['minted', 'int', each => each.issuance.minted],
    ['retired_remainder_mwh', 'numeric', each => decimalText(each.issuance.retiredRemainderMwh)],
    ['closing_pts_carry_kwh', 'numeric', each => decimalText(ptsCarryKwhOf(each.issuance.closing))],
    ['closing_gis_carry_mwh', 'numeric', each => decimalText(each.issuance.closing.gisCarryMwh)],
    ['occurred_at', 'timestamptz', () => run.issuedAt.toISOString()],
  ]);
  const factorSteps = issued.flatMap(({ id, issuance }) => issuance.factors.map(step => ({ id, step })));
  await insertRows(em, 'issuance_factor', factorSteps, [
    ['issuance_id', 'bigint', each => each.id],
    ['srec_factor', 'numeric', each => decimalText(each.step.factor)],
    ['opening_pts_carry_kwh', 'numeric', each => decimalText(each.step.openingPtsCarryKwh)],
    ['production_kwh', 'numeric', each => decimalText(each.step.productionKwh)],
    ['reported_mwh', 'numeric', each => decimalText(each.step.reportedMwh)],
    ['eligible_mwh', 'numeric', each => decimalText(each.step.eligibleMwh)],
    ['closing_pts_carry_kwh', 'numeric', each => decimalText(each.step.closingPtsCarryKwh)],
  ]);
  const systemSteps = issued.flatMap(({ id, issuance }) => issuance.systems.map(step => ({ id, step })));
  await insertRows(em, 'issuance_system', systemSteps, [
    ['issuance_id', 'bigint', each => each.id],
    ['system_id', 'bigint', each => each.step.systemId],
    ['srec_factor', 'numeric', each => decimalText(each.step.factor)],
    ['eligible_kwh', 'numeric', each => decimalText(each.step.productionKwh)],
    ['carried_in_kwh', 'numeric', each => decimalText(each.step.carriedInKwh)],
    ['reported_mwh', 'numeric', each => each.step.reportedMwh && decimalText(each.step.reportedMwh)],
    ['eligible_mwh', 'numeric', each => each.step.eligibleMwh && decimalText(each.step.eligibleMwh)],
  ]);
  const uses = issued.flatMap(({ id, uses }) => uses.map(use => ({ id, use })));
  await insertRows(em, 'reading_use', uses, [
    ['month', 'date', each => monthToDate(each.use.month)],
    ['reading_month', 'date', each => monthToDate(each.use.readingMonth)],
    ['reading_id', 'bigint', each => each.use.readingId],
    ['system_id', 'bigint', each => each.use.systemId],
    ['issuance_id', 'bigint', each => each.id],
    ['production_kwh', 'numeric', each => decimalText(each.use.productionKwh)],
    ['eligible_kwh', 'numeric', each => decimalText(each.use.eligibleKwh)],
  ]);
  await writeEntries(em, run, issued);
}

type IssuedMonth = AssetMonth & { readonly id: string };

interface Entry {
  readonly month: IssuedMonth;
  readonly kind: 'MINT' | 'RETIRE_REMAINDER';
  readonly batchId: string | null;
  readonly position: number;
}

/** Batches of what was minted, an entry for each batch and each non-eligible remainder, and the holdings of the new batches. */
async function writeEntries(em: EntityManager, run: Run, issued: readonly IssuedMonth[]): Promise<void> {
  const minting = issued.filter(each => each.issuance.minted > 0);
  const batchIds = await nextIds(em, 'certificate_batch_id', minting.length);
  const batchOf = new Map(minting.map((month, index) => [month.id, batchIds[index] ?? '']));
  await insertRows(em, 'certificate_batch', minting, [
    ['id', 'bigint', each => batchOf.get(each.id)],
    ['issuance_id', 'bigint', each => each.id],
    ['asset_id', 'bigint', each => each.assetId],
    ['program', 'text', each => each.program],
    ['vintage_month', 'date', each => monthToDate(each.issuance.month)],
    ['quantity', 'int', each => each.issuance.minted],
  ]);
  const entries = [...Map.groupBy(issued, each => each.assetId).values()].flatMap(entriesOfAsset);
  const entryIds = await nextIds(em, 'ledger_entry_id_seq', entries.length);
  const numbered = entries.map((entry, index) => ({ ...entry, id: entryIds[index] ?? '' }));
  await insertRows(em, 'ledger_entry', numbered, [
    ['id', 'bigint', each => each.id],
    ['asset_id', 'bigint', each => each.month.assetId],
    ['unit_sequence', 'bigint', each => each.month.unitSequence],
    ['position', 'int', each => each.position],
    ['kind', 'text', each => each.kind],
    ['program', 'text', each => each.month.program],
    ['vintage_month', 'date', each => monthToDate(each.month.issuance.month)],
    ['issuance_id', 'bigint', each => each.month.id],
    ['batch_id', 'bigint', each => each.batchId],
    ['first_serial', 'int', each => (each.kind === 'MINT' ? 1 : null)],
    ['last_serial', 'int', each => (each.kind === 'MINT' ? each.month.issuance.minted : null)],
    [
      'remainder_mwh',
      'numeric',
      each => (each.kind === 'MINT' ? null : decimalText(each.month.issuance.retiredRemainderMwh)),
    ],
    ['to_gis_account_id', 'bigint', each => (each.kind === 'MINT' ? each.month.gisAccountId : null)],
    ['occurred_at', 'timestamptz', () => run.issuedAt.toISOString()],
  ]);
  await insertRows(
    em,
    'certificate_holding',
    numbered.filter(each => each.kind === 'MINT'),
    [
      ['batch_id', 'bigint', each => each.batchId],
      ['first_serial', 'int', () => 1],
      ['last_serial', 'int', each => each.month.issuance.minted],
      ['gis_account_id', 'bigint', each => each.month.gisAccountId],
      ['state', 'text', () => 'ACTIVE'],
      ['since_entry_id', 'bigint', each => each.id],
    ],
  );

  function entriesOfAsset(months: readonly IssuedMonth[]): Entry[] {
    const kinds = months.flatMap(month => [
      ...(month.issuance.minted > 0 ? [{ month, kind: 'MINT' as const, batchId: batchOf.get(month.id) ?? null }] : []),
      ...(month.issuance.retiredRemainderMwh.isZero()
        ? []
        : [{ month, kind: 'RETIRE_REMAINDER' as const, batchId: null }]),
    ]);
    return kinds.map((entry, index) => ({ ...entry, position: index + 1 }));
  }
}
