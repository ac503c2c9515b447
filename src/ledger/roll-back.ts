import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import { type IssuanceCarry, type ReissuedMonth, reissueMonth } from '../domain/issuance.js';
import type { PtsCarry } from '../domain/issuance-carry.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import type { Use } from './asset-month.js';
import { systemsOf } from './report-assets.js';
import { isStanding } from './standing.js';
import type { OpenUnit } from './unit-lines.js';
import type { EntryToWrite } from './write-entries.js';

/** An issuance whose certificates lie untouched in the account of issue: it can be rolled back and written anew. */
export interface Untouched {
  readonly id: string;
  readonly runId: string;
  readonly assetId: string;
  readonly program: Program;
  readonly month: Month;
  readonly revision: number;
  readonly gisAccountId: string;
  readonly openingMwh: string;
  readonly closingMwh: string;
  readonly adjustmentMwh: string;
  readonly remainderMwh: string;
  readonly batchId: string;
  readonly quantity: number;
}

/**
 * The standing issuance of an asset, programme and month, if it can be rolled back: its quarter is issued, all its certificates are
 * active in the account of issue since they were minted, and no adjustment was made to it. The asset's chain must be locked.
 */
export function untouchedIssuance(
  em: EntityManager,
  assetId: string,
  program: Program,
  month: Month,
): Promise<Untouched | null> {
  return maybeRow<Untouched>(
    em,
    sql`select i.id, i.run_id as "runId", i.asset_id as "assetId", i.program, to_char(i.month, 'YYYY-MM') as month, i.revision,
               i.gis_account_id as "gisAccountId", i.opening_gis_carry_mwh as "openingMwh", i.closing_gis_carry_mwh as "closingMwh",
               i.adjustment_mwh as "adjustmentMwh", i.retired_remainder_mwh as "remainderMwh", b.id as "batchId", b.quantity
        from issuance i
        join issuance_run run on run.id = i.run_id and run.completed_at is not null
        join certificate_batch b on b.issuance_id = i.id
        join certificate_holding h on h.batch_id = b.id and h.first_serial = 1 and h.last_serial = b.quantity
          and h.state = 'ACTIVE' and h.gis_account_id = i.gis_account_id
        join ledger_entry e on e.id = h.since_entry_id and e.kind = 'MINT'
        where i.asset_id = ${assetId} and i.program = ${program} and i.month = ${monthToDate(month)}::date and ${isStanding('i.id')}
          and not exists (select from adjustment a where a.asset_id = i.asset_id and a.program = i.program
            and a.month = i.month and a.kind = 'PRIOR_PERIOD')`,
  );
}

/** What a system's use becomes: those taken out, and those put in their place. */
export interface ChangedUses {
  readonly removed: readonly Use[];
  readonly added: readonly Use[];
}

/** An issuance anew, with what counts in it now. */
export interface Reissue extends ReissuedMonth {
  readonly uses: readonly Use[];
}

/** An issuance with changed uses: the arithmetic that it would have had between the carries that it had. */
export async function reissued(em: EntityManager, issuance: Untouched, changed: ChangedUses): Promise<Reissue> {
  const stored = await rows<{
    readingMonth: Month;
    readingId: string;
    systemId: string;
    productionKwh: string;
    eligibleKwh: string;
    factor: string;
  }>(
    em,
    sql`select to_char(u.reading_month, 'YYYY-MM') as "readingMonth", u.reading_id as "readingId", u.system_id as "systemId",
               u.production_kwh as "productionKwh", u.eligible_kwh as "eligibleKwh", step.srec_factor as factor
        from reading_use u
        join issuance_system step on step.issuance_id = u.issuance_id and step.system_id = u.system_id
        where u.issuance_id = ${issuance.id} order by u.system_id, u.reading_month, u.reading_id`,
  );
  const factors = new Map(stored.map(use => [use.systemId, new Decimal(use.factor)]));
  const keyOf = (use: { readonly readingMonth: Month; readonly readingId: string }) =>
    `${use.readingMonth} ${use.readingId}`;
  const removed = new Set(changed.removed.map(keyOf));
  const kept: Use[] = stored
    .filter(use => !removed.has(keyOf(use)))
    .map(({ factor: _, ...use }) => ({
      ...use,
      month: issuance.month,
      productionKwh: new Decimal(use.productionKwh),
      eligibleKwh: new Decimal(use.eligibleKwh),
    }));
  const uses = [...kept, ...changed.added];
  const carries = await carriesOf(em, issuance);
  const reissue = reissueMonth(
    { month: issuance.month, ...carries, adjustmentMwh: new Decimal(issuance.adjustmentMwh) },
    systemsOf(uses.map(use => ({ ...use, factor: factors.get(use.systemId) ?? new Decimal(0) }))),
  );
  return { ...reissue, uses };
}

async function carriesOf(
  em: EntityManager,
  issuance: Untouched,
): Promise<{ opening: IssuanceCarry; closing: IssuanceCarry; deferred: readonly PtsCarry[] }> {
  const steps = await rows<{ factor: string; openingKwh: string; closingKwh: string; deferredKwh: string }>(
    em,
    sql`select srec_factor as factor, opening_pts_carry_kwh as "openingKwh", closing_pts_carry_kwh as "closingKwh",
               deferred_kwh as "deferredKwh"
        from issuance_factor where issuance_id = ${issuance.id}`,
  );
  const ptsCarries = (of: 'openingKwh' | 'closingKwh' | 'deferredKwh') =>
    steps.map(step => ({ factor: new Decimal(step.factor), kwh: new Decimal(step[of]) }));
  return {
    opening: { ptsCarries: ptsCarries('openingKwh'), gisCarryMwh: new Decimal(issuance.openingMwh) },
    closing: { ptsCarries: ptsCarries('closingKwh'), gisCarryMwh: new Decimal(issuance.closingMwh) },
    deferred: ptsCarries('deferredKwh'),
  };
}

/** The lines by which an issuance is rolled back: its certificates leave the account, its remainder is taken back. */
export function rollBackEntries(issuance: Untouched, unit: OpenUnit): EntryToWrite[] {
  const of = {
    unit,
    program: issuance.program,
    vintageMonth: issuance.month,
    issuanceId: issuance.id,
  };
  const entries: EntryToWrite[] = [
    {
      ...of,
      kind: 'ROLL_BACK',
      batchId: issuance.batchId,
      firstSerial: 1,
      lastSerial: issuance.quantity,
      fromGisAccountId: issuance.gisAccountId,
    },
  ];
  const remainderMwh = new Decimal(issuance.remainderMwh);
  if (!remainderMwh.isZero()) entries.push({ ...of, kind: 'ROLL_BACK_REMAINDER', remainderMwh });
  return entries;
}

/** Marks the certificates of rolled-back batches, by the entries that say so. */
export async function markRolledBack(
  em: EntityManager,
  batches: readonly { readonly batchId: string; readonly entryId: string }[],
): Promise<void> {
  await rows(
    em,
    sql`update certificate_holding h set state = 'ROLLED_BACK', since_entry_id = gone.entry_id
        from unnest(${batches.map(each => each.batchId)}::bigint[], ${batches.map(each => each.entryId)}::bigint[])
          as gone (batch_id, entry_id)
        where h.batch_id = gone.batch_id`,
  );
}
