import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { priorPeriodAdjustment } from '../domain/adjustment.js';
import { decimalText, zero } from '../domain/decimal.js';
import { eligibleKwhInTerm } from '../domain/eligible-production.js';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import { beginCorrection } from './begin-correction.js';
import type { DecideProductionInput } from './correction.input.js';
import { countedUses } from './counted-production.js';
import { termsAccepted } from './issuable.js';
import { closeUnits, lockStreams, unitOf } from './ledger-unit.js';
import { nextHolder } from './next-holder.js';
import { type WaitingUse, waitingUses } from './waiting-production.js';
import { writeAdjustments } from './write-adjustments.js';
import { writeEntries } from './write-entries.js';

/**
 * Lets production count that waits for staff (a late share, a late qualification, a system that was in no asset): a credit against the
 * next issuance of the asset that the system was in that month, or is in now.
 *
 * NOTHING_TO_CORRECT; CONFLICT while the system is in no asset; REVENUE_GRADE_METER_REQUIRED, TERMS_NOT_ACCEPTED: what would hinder any
 * issuance hinders this one.
 */
export async function releaseProduction(verb: Verb, input: DecideProductionInput) {
  const { em, context, now } = verb;
  const { system, correction } = await beginCorrection(verb, 'RELEASE', input);
  const waiting = await waitingUses(em, system, input.month, input.readingId ?? null);
  const [first] = waiting;
  refuseUnsuitableMeter(waiting, system, input.month);
  const assetId = first.assetId ?? (await assetToday(em, context.actor, system));
  const unit = unitOf(await lockStreams(em, [assetId]), assetId);
  const gisAccountId = await nextHolder(verb, assetId);
  await refuseWithoutTerms(em, first, gisAccountId);
  const counted = await countedUses(em, system.id, [input.month]);
  const sum = (of: readonly { readonly productionKwh: typeof zero }[]) =>
    of.reduce((total, use) => total.plus(use.productionKwh), zero);
  const countedKwh = counted.reduce((total, use) => total.plus(use.eligibleKwh), zero);
  let eligibleSoFar = countedKwh;
  let productionSoFar = sum(counted);
  const uses = waiting.map(use => {
    productionSoFar = productionSoFar.plus(use.productionKwh);
    const sumKwh = eligibleKwhInTerm(input.month, productionSoFar, use);
    const eligible = sumKwh.minus(eligibleSoFar);
    eligibleSoFar = sumKwh;
    return { ...use, eligibleKwh: eligible, sign: 1 as const };
  });
  const adjustment = priorPeriodAdjustment(input.month, first.factor, countedKwh, eligibleSoFar);
  const entries = await writeAdjustments(
    em,
    [
      {
        ...adjustment,
        kind: 'PRIOR_PERIOD',
        correctionId: correction.id,
        unit,
        program: first.program,
        month: input.month,
        systemId: system.id,
        issuanceId: counted.find(use => use.issuanceId !== null)?.issuanceId ?? null,
        factor: first.factor,
        productionKwh: sum(waiting),
        uses,
        gisAccountId,
      },
    ],
    now,
  );
  await writeEntries(em, entries, now);
  await closeUnits(em, [unit], {
    kind: 'CORRECT',
    reason: correction.reason,
    occurredAt: now,
    createdBy: context.actor.accountId,
  });
  return {
    correctionId: correction.id,
    ptsId: system.ptsId,
    month: input.month,
    productionKwh: decimalText(sum(waiting)),
    adjustedMwh: decimalText(adjustment.eligibleMwh),
  };
}

function refuseUnsuitableMeter(waiting: readonly WaitingUse[], system: SystemRow, month: Month): void {
  if (waiting.every(use => use.meterSuits)) return;
  throw new Refusal(
    'REVENUE_GRADE_METER_REQUIRED',
    `The meter of ${system.ptsId} is not of revenue grade for its size.`,
    {
      ptsId: system.ptsId,
      month,
    },
  );
}

/** The asset that a system is in today: its credit goes there when it was in none then. */
async function assetToday(em: EntityManager, { on }: Actor, system: SystemRow): Promise<string> {
  const member = await maybeRow<{ assetId: string }>(
    em,
    sql`select asset_id as "assetId" from gis_asset_membership where system_id = ${system.id}
          and from_month <= ${on}::date and (until_month is null or until_month > ${on}::date)`,
  );
  if (member) return member.assetId;
  throw new Refusal('CONFLICT', `${system.ptsId} is in no GIS asset; put it into one first.`, { ptsId: system.ptsId });
}

async function refuseWithoutTerms(em: EntityManager, { program }: WaitingUse, gisAccountId: string): Promise<void> {
  if (program === 'CLASS_I') return;
  const accepted = await maybeRow(
    em,
    sql`select from gis_account account where account.id = ${gisAccountId} and ${termsAccepted}`,
  );
  if (accepted) return;
  throw new Refusal(
    'TERMS_NOT_ACCEPTED',
    'The holder of the GIS account has not accepted the SREC terms and conditions.',
    {
      gisAccountId,
    },
  );
}
