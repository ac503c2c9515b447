import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { zero } from '../domain/decimal.js';
import { emptyCarry, issueMonths, type SystemProduction } from '../domain/issuance.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { firstMonthOf, type Quarter } from '../domain/quarter.js';
import { rows, sql } from '../platform/sql.js';
import type { AssetMonth } from './asset-month.js';
import { carryKey, closingCarries, type UsableProduction, usableProduction } from './asset-production.js';
import { termsAccepted } from './issuable.js';
import { closeUnits, lockStreams, unitOf } from './ledger-unit.js';
import { type PendingAdjustments, pendingAdjustments } from './pending-adjustments.js';
import { writeIssuances } from './write-issuances.js';

/** A used reading was superseded by another transaction meanwhile: the batch is to be reported again, alone. */
export class SupersededMeanwhile extends Error {}

/** The run of a quarter that is being reported, for the rows it writes. */
export interface ReportRun {
  readonly id: string;
  readonly quarter: Quarter;
  readonly reportedAt: Date;
  readonly reportedBy: string;
  readonly reason: string;
}

/**
 * Reports a quarter for some assets, in the transaction given: production used, adjustments of earlier months, arithmetic, carry and
 * hashes, all or nothing. Assets that are reported already, or have nothing to report, are left alone. `alone`: nobody submits
 * readings of these assets meanwhile.
 */
export async function reportAssets(
  em: EntityManager,
  run: ReportRun,
  assetIds: readonly string[],
  alone: boolean,
): Promise<void> {
  if (alone) await lockSystems(em, assetIds);
  const uses = await usableProduction(em, assetIds, run.quarter);
  const waiting = await unreported(em, await pendingAdjustments(em, assetIds), run.quarter);
  const parts = Map.groupBy(uses, use => carryKey(use.assetId, use.program));
  const holders = await receivingHolders(em, [...waiting.values()], run.quarter);
  const pending = new Map([...waiting].filter(([key]) => parts.has(key) || holders.has(key)));
  const keys = [...new Set([...parts.keys(), ...pending.keys()])].sort();
  if (keys.length === 0) return;
  const reportedIds = [...new Set([...uses, ...pending.values()].map(each => each.assetId))];
  const units = await lockStreams(em, reportedIds);
  const carries = await closingCarries(em, reportedIds);
  const months: AssetMonth[] = keys.flatMap(key => {
    const ofPart = parts.get(key) ?? [];
    const adjustments = pending.get(key);
    const { assetId, program } = ofPart[0] ?? adjustments ?? nothing(key);
    const byMonth = Map.groupBy(ofPart, use => use.month);
    if (byMonth.size === 0) byMonth.set(firstMonthOf(run.quarter), []);
    const issued = issueMonths(
      carries.get(key) ?? emptyCarry,
      [...byMonth].map(([month, of]) => ({ month, systems: systemsOf(of) })),
      adjustments?.mwh ?? zero,
    );
    return issued.map((issuance, index) => {
      const ofMonth = byMonth.get(issuance.month) ?? [];
      return {
        runId: run.id,
        assetId,
        program,
        gisAccountId: holderOf(ofMonth[0]?.gisAccountId ?? holders.get(key), assetId, issuance.month),
        unit: unitOf(units, assetId),
        issuance,
        uses: ofMonth,
        occurredAt: run.reportedAt,
        revision: 1,
        replacesId: null,
        adjustmentIds: index === 0 ? (adjustments?.ids ?? []) : [],
      };
    });
  });
  await writeIssuances(em, months).catch(orSuperseded);
  await closeUnits(em, [...units.values()], {
    kind: 'REPORT',
    reason: run.reason,
    occurredAt: run.reportedAt,
    createdBy: run.reportedBy,
  });
}

/** Lets no submission pass until the transaction ends: each locks its systems first, in the same order. */
async function lockSystems(em: EntityManager, assetIds: readonly string[]): Promise<void> {
  await rows(
    em,
    sql`select from system where id in (
          select member.system_id from gis_asset_membership member where member.asset_id = any(${assetIds}::bigint[]))
        order by id for share`,
  );
}

/** A system with several meters counts once, with the sum of what its meters produced. */
export function systemsOf(
  uses: readonly (Pick<UsableProduction, 'systemId' | 'eligibleKwh'> & Pick<UsableProduction, 'factor'>)[],
): SystemProduction[] {
  const systems = new Map<string, SystemProduction>();
  for (const { systemId, factor, eligibleKwh } of uses) {
    const before = systems.get(systemId);
    systems.set(systemId, {
      systemId,
      factor,
      eligibleKwh: before ? before.eligibleKwh.plus(eligibleKwh) : eligibleKwh,
    });
  }
  return [...systems.values()];
}

/** Adjustments wait for a quarter in which their asset is not reported yet: a run that goes on finds some of them done. */
async function unreported(
  em: EntityManager,
  pending: ReadonlyMap<string, PendingAdjustments>,
  quarter: Quarter,
): Promise<Map<string, PendingAdjustments>> {
  const reported = await rows<{ assetId: string }>(
    em,
    sql`select distinct i.asset_id as "assetId" from issuance i join issuance_run run on run.id = i.run_id
        where i.asset_id = any(${[...pending.values()].map(each => each.assetId)}::bigint[]) and run.quarter = ${quarter}`,
  );
  const done = new Set(reported.map(each => each.assetId));
  return new Map([...pending].filter(([, each]) => !done.has(each.assetId)));
}

/**
 * The accounts that adjustments without production go to, by `carryKey`: whoever holds the asset in the first month of the quarter and,
 * for SRECs, has accepted the terms. Adjustments of assets that nobody may receive for go on waiting, and hold nothing up.
 */
async function receivingHolders(
  em: EntityManager,
  waiting: readonly PendingAdjustments[],
  quarter: Quarter,
): Promise<Map<string, string>> {
  const month = monthToDate(firstMonthOf(quarter));
  const found = await rows<{ assetId: string; program: Program; gisAccountId: string }>(
    em,
    sql`select wanted.asset_id as "assetId", wanted.program, holder.gis_account_id as "gisAccountId"
        from unnest(${waiting.map(each => each.assetId)}::bigint[], ${waiting.map(each => each.program)}::text[])
          as wanted (asset_id, program)
        join gis_asset_holder holder on holder.asset_id = wanted.asset_id
          and holder.from_month <= ${month}::date and (holder.until_month is null or holder.until_month > ${month}::date)
        join gis_account account on account.id = holder.gis_account_id
        where wanted.program = 'CLASS_I' or ${termsAccepted}`,
  );
  return new Map(found.map(each => [carryKey(each.assetId, each.program), each.gisAccountId]));
}

function holderOf(holder: string | null | undefined, assetId: string, month: Month): string {
  if (!holder) throw new Error(`asset ${assetId} has no holder in ${month}`);
  return holder;
}

function nothing(key: string): never {
  throw new Error(`nothing is to be reported of ${key}`);
}

/** Readings are locked as their uses are written (`lock_readings_of_use` in the migrations); one superseded before that is seen there. */
function orSuperseded(error: unknown): never {
  const superseded = error instanceof Error && 'code' in error && error.code === 'PTS02';
  throw superseded ? new SupersededMeanwhile(error.message, { cause: error }) : error;
}
