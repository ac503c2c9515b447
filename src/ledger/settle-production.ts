import { monthToDate } from '../boundary/columns.js';
import { priorPeriodAdjustment } from '../domain/adjustment.js';
import { type Decimal, zero } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import type { AssetMonth } from './asset-month.js';
import { changedMonths } from './changed-months.js';
import type { CorrectionRow } from './correction.entity.js';
import { assetsConcerned } from './counted-production.js';
import { closeUnits, lockStreams, unitOf } from './ledger-unit.js';
import { mint, takeBatchIds } from './mint.js';
import { nextHolder } from './next-holder.js';
import { markRolledBack, reissued, rollBackEntries, type Untouched, untouchedIssuance } from './roll-back.js';
import { mayBeDeposited } from './sealed.js';
import { type AdjustmentToWrite, writeAdjustments } from './write-adjustments.js';
import type { EntryToWrite } from './write-entries.js';
import { writeIssuances } from './write-issuances.js';

/** What became of a month whose production was corrected. */
export interface SettledMonth {
  readonly month: Month;
  readonly how: 'ROLLED_BACK' | 'ADJUSTED';
  readonly assetId: string;
  readonly program: string;
  readonly productionKwh: Decimal;
  /** Change of the certificates at once. */
  readonly certificates: number;
  /** Debit or credit against the next issuance. */
  readonly adjustedMwh: Decimal;
}

/**
 * Brings the ledger in line with readings that were corrected: for each month of a meter whose production was reported, the issuance
 * is rolled back and written anew while its certificates lie untouched in the account of issue, otherwise (and while they may lie in
 * sealed deposits, which the other way would tell) the difference becomes an adjustment against the next issuance of the asset. Months
 * that are not reported yet need nothing; what waits for staff goes on waiting.
 *
 * One unit for each asset, all in this transaction. The chains are locked before anything is read, so a retirement comes either before
 * (then it is an adjustment) or after.
 */
export async function settleProduction(
  verb: Verb,
  correction: CorrectionRow,
  meterId: string,
  months: readonly Month[],
): Promise<SettledMonth[]> {
  const { em, now, context } = verb;
  const { systemId } = correction;
  const assetIds = await assetsConcerned(em, systemId, months);
  const units = await lockStreams(em, assetIds);
  await carryDismissals(verb, correction, meterId, months);
  const changes = await changedMonths(verb, systemId, meterId, months);
  if (changes.length === 0) return [];
  const settled: SettledMonth[] = [];
  const adjustments: AdjustmentToWrite[] = [];
  const reissues: (AssetMonth & { readonly replaced: Untouched })[] = [];
  for (const change of changes) {
    const { assetId, program } = change.place;
    const unit = unitOf(units, assetId);
    const of = {
      correctionId: correction.id,
      assetId,
      unit,
      program,
      month: change.month,
      systemId,
      factor: change.place.factor,
      productionKwh: change.productionKwh,
    };
    const untouched =
      change.place.issuanceId === null || (await mayBeDeposited(verb, program, change.month))
        ? null
        : await untouchedIssuance(em, assetId, program, change.month);
    if (untouched) {
      const { issuance, deferredMwh, uses } = await reissued(em, untouched, change);
      reissues.push({
        runId: untouched.runId,
        assetId,
        program,
        gisAccountId: untouched.gisAccountId,
        unit,
        issuance,
        uses,
        occurredAt: now,
        revision: untouched.revision + 1,
        replacesId: untouched.id,
        adjustmentIds: [],
        replaced: untouched,
      });
      if (!deferredMwh.isZero()) {
        adjustments.push({
          ...of,
          kind: 'DEFERRED',
          issuanceId: untouched.id,
          productionKwh: zero,
          eligibleKwh: zero,
          reportedMwh: zero,
          eligibleMwh: deferredMwh,
          uses: [],
          gisAccountId: await nextHolder(verb, assetId),
        });
      }
      settled.push({
        ...of,
        how: 'ROLLED_BACK',
        certificates: issuance.minted - untouched.quantity,
        adjustedMwh: deferredMwh,
      });
      continue;
    }
    const adjustment = priorPeriodAdjustment(change.month, of.factor, change.countedKwh, change.correctedKwh);
    adjustments.push({
      ...of,
      ...adjustment,
      kind: 'PRIOR_PERIOD',
      issuanceId: change.place.issuanceId,
      uses: [
        ...change.removed.map(use => ({ ...use, sign: -1 as const })),
        ...change.added.map(use => ({ ...use, sign: 1 as const })),
      ],
      gisAccountId: await nextHolder(verb, assetId),
    });
    settled.push({ ...of, how: 'ADJUSTED', certificates: 0, adjustedMwh: adjustment.eligibleMwh });
  }
  await write(verb, reissues, adjustments);
  const touched = [...new Set(changes.map(change => unitOf(units, change.place.assetId)))];
  await closeUnits(em, touched, {
    kind: 'CORRECT',
    reason: correction.reason,
    occurredAt: now,
    createdBy: context.actor.accountId,
  });
  return settled;
}

async function write(
  { em, now }: Verb,
  reissues: readonly (AssetMonth & { readonly replaced: Untouched })[],
  adjustments: readonly AdjustmentToWrite[],
): Promise<void> {
  const written = await writeIssuances(em, reissues);
  const rolledBack = reissues.map(({ replaced, unit }) => rollBackEntries(replaced, unit));
  const deferredTo = new Map(written.map(month => [month.replacesId, month.id]));
  const adjusting = await writeAdjustments(
    em,
    adjustments.map(each =>
      each.kind === 'DEFERRED' ? { ...each, issuanceId: deferredTo.get(each.issuanceId) ?? null } : each,
    ),
    now,
  );
  const before: EntryToWrite[] = [...rolledBack.flat(), ...adjusting];
  const minting = written.map(({ issuance, ...month }) => ({ ...month, ...issuance }));
  const ids = await mint(em, minting, await takeBatchIds(em, minting), now, before);
  const gone = before.flatMap((entry, index) =>
    entry.kind === 'ROLL_BACK' && entry.batchId ? [{ batchId: entry.batchId, entryId: ids[index] ?? '' }] : [],
  );
  await markRolledBack(em, gone);
}

/** What was dismissed stays dismissed: the decision goes on with the reading that takes the place of the one it was about. */
async function carryDismissals(
  { em }: Verb,
  correction: CorrectionRow,
  meterId: string,
  months: readonly Month[],
): Promise<void> {
  await rows(
    em,
    sql`insert into dismissed_production (month, reading_month, reading_id, correction_id, system_id, production_kwh)
        select p.month, p.reading_month, p.reading_id, ${correction.id}, p.system_id, p.production_kwh
        from production_in_force p
        where p.system_id = ${correction.systemId} and p.meter_id = ${meterId}
          and p.month = any(${months.map(monthToDate)}::date[]) and not p.forfeited
          and exists (
            select from dismissed_production d join reading r on r.month = d.reading_month and r.id = d.reading_id
            where d.system_id = p.system_id and d.month = p.month and r.meter_id = p.meter_id and r.superseded_at is not null)
        on conflict on constraint dismissed_production_pk do nothing`,
  );
}
