import type { EntityManager } from '@mikro-orm/postgresql';
import { emptyCarry, issueMonths, type SystemProduction } from '../domain/issuance.js';
import type { Month } from '../domain/month.js';
import { row, rows, sql } from '../platform/sql.js';
import type { AssetMonth, Run } from './asset-month.js';
import { carryKey, closingCarries, type UsableProduction, usableProduction } from './asset-production.js';
import { closeUnits, lockStreams } from './ledger-unit.js';
import { writeIssuances } from './write-issuances.js';

/** A used reading was superseded by another transaction meanwhile: the batch is to be issued again, alone. */
export class SupersededMeanwhile extends Error {}

/**
 * Issues a quarter for some assets, in the transaction given: production used, arithmetic, carry, certificates, entries and
 * hashes, all or nothing. Assets that are issued already, or have nothing to issue, are left alone. `alone`: nobody submits
 * readings of these assets meanwhile.
 */
export async function issueAssets(
  em: EntityManager,
  run: Run,
  assetIds: readonly string[],
  alone: boolean,
): Promise<void> {
  await planOnce(em);
  if (alone) await lockMeters(em, assetIds);
  const usable = Map.groupBy(await usableProduction(em, assetIds, run.quarter), production => production.assetId);
  const issuedIds = [...usable.keys()];
  if (issuedIds.length === 0) return;
  const sequences = await lockStreams(em, issuedIds);
  const carries = await closingCarries(em, issuedIds);
  const months: AssetMonth[] = [];
  for (const [assetId, uses] of usable) {
    for (const [program, ofProgram] of Map.groupBy(uses, use => use.program)) {
      const byMonth = Map.groupBy(ofProgram, use => use.month);
      const opening = carries.get(carryKey(assetId, program)) ?? emptyCarry;
      const issued = issueMonths(
        opening,
        [...byMonth].map(([month, of]) => ({ month, systems: systemsOf(of) })),
      );
      for (const issuance of issued) {
        const ofMonth = byMonth.get(issuance.month) ?? [];
        months.push({
          assetId,
          program,
          gisAccountId: holderOf(ofMonth, assetId, issuance.month),
          unitSequence: sequences.get(assetId) ?? '',
          issuance,
          uses: ofMonth,
        });
      }
    }
  }
  await writeIssuances(em, run, months);
  await closeUnits(em, issuedIds, {
    kind: 'ISSUE',
    reason: run.reason,
    occurredAt: run.issuedAt,
    createdBy: run.issuedBy,
  });
  await refuseSuperseded(em, months);
}

/**
 * Foreign keys to a partitioned table are planned anew for every row unless told otherwise: 2,642 against 690 ms for the uses of a
 * quarter of 4,186 systems.
 */
async function planOnce(em: EntityManager): Promise<void> {
  await rows(em, sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`);
}

/** Lets no submission pass until the transaction ends: each locks its meters first, in the same order. */
async function lockMeters(em: EntityManager, assetIds: readonly string[]): Promise<void> {
  await rows(
    em,
    sql`select from meter where system_id in (
          select member.system_id from gis_asset_membership member where member.asset_id = any(${assetIds}::bigint[]))
        order by system_id, id for share`,
  );
}

/** A system with several meters counts once, with the sum of what its meters produced. */
function systemsOf(uses: readonly UsableProduction[]): SystemProduction[] {
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

function holderOf(uses: readonly UsableProduction[], assetId: string, month: Month): string {
  const holder = uses[0]?.gisAccountId;
  if (!holder) throw new Error(`asset ${assetId} has no holder in ${month}`);
  return holder;
}

/** The uses are in the database and hold a key lock on their readings; a reading superseded before that is seen here. */
async function refuseSuperseded(em: EntityManager, months: readonly AssetMonth[]): Promise<void> {
  const uses = months.flatMap(month => month.uses);
  const { superseded } = await row<{ superseded: boolean }>(
    em,
    sql`select exists (
          select from unnest(${uses.map(use => `${use.readingMonth}-01`)}::date[], ${uses.map(use => use.readingId)}::bigint[])
            as used (month, id)
          join reading r on r.month = used.month and r.id = used.id
          where r.superseded_at is not null) as superseded`,
  );
  if (superseded) throw new SupersededMeanwhile('a reading was superseded while it was being issued');
}
