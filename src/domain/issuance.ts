import { type Decimal, kwhToMwh, wholeCertificates, zero } from './decimal.js';
import type { IssuanceCarry, PtsCarry } from './issuance-carry.js';
import type { FactorStep, MonthIssuance, SystemProduction } from './issuance-step.js';
import { reportWholeKwh } from './issuance-whole-kwh.js';
import { reportWholeMwh } from './issuance-whole-mwh.js';
import { firstDayOf, type Month } from './month.js';
import { valueOn } from './rules/dated-table.js';
import { issuanceProcess } from './rules/issuance.js';

export { emptyCarry, type IssuanceCarry } from './issuance-carry.js';
export type { FactorStep, MonthIssuance, SystemProduction, SystemStep } from './issuance-step.js';
export { type QuarterTotals, quarterTotals } from './quarter-totals.js';
export type { IssuanceProcess } from './rules/issuance.js';

/** The systems of an asset in one month. */
export interface MonthProduction {
  readonly month: Month;
  readonly systems: readonly SystemProduction[];
}

/**
 * Issuance of one month of an asset and programme: report by the process of the generation month, apply the factors, mint the whole
 * MWh of GIS carry + eligible + adjustments, carry the rest. A debit that is more than there is is carried as such, below zero.
 *
 * Opening carry + eligible + adjustments = minted + closing carry, exactly; the order of systems does not matter.
 * kWh -> MWh and certificates. A RangeError when a system is listed twice. Source: program/004; domain 7.
 */
export function issueMonth(
  opening: IssuanceCarry,
  month: Month,
  systems: readonly SystemProduction[],
  adjustmentMwh: Decimal = zero,
): MonthIssuance {
  const reported = reportMonth(opening, month, systems, null);
  const availableMwh = opening.gisCarryMwh.plus(reported.eligibleMwh).plus(adjustmentMwh);
  const minted = certificatesOf(availableMwh);
  return {
    ...reported,
    adjustmentMwh,
    minted,
    closing: { ptsCarries: closingCarries(reported.factors), gisCarryMwh: availableMwh.minus(minted) },
  };
}

/**
 * Issuance of months in a row, each opening with what the one before closed with; a month that is not listed changes nothing.
 * Adjustments go into the first of them.
 *
 * A RangeError when the months do not ascend.
 */
export function issueMonths(
  opening: IssuanceCarry,
  months: readonly MonthProduction[],
  adjustmentMwh: Decimal = zero,
): MonthIssuance[] {
  const issued: MonthIssuance[] = [];
  for (const { month, systems } of months) {
    const before = issued.at(-1);
    if (before !== undefined && before.month >= month)
      throw new RangeError(`${month} is listed after ${before.month}.`);
    issued.push(issueMonth(before?.closing ?? opening, month, systems, before ? zero : adjustmentMwh));
  }
  return issued;
}

/** What an issued month is written anew from: its carries, the adjustments that went into it, and the kWh that it deferred already. */
export interface IssuedBefore {
  readonly month: Month;
  readonly opening: IssuanceCarry;
  readonly closing: IssuanceCarry;
  readonly adjustmentMwh: Decimal;
  /** kWh by factor that it handed on to the next issuance when it was written anew before; none the first time. */
  readonly deferred: readonly PtsCarry[];
}

/** A month written anew, and what it hands on to the next issuance: a debit (below zero) or a credit in MWh. */
export interface ReissuedMonth {
  readonly issuance: MonthIssuance;
  readonly deferredMwh: Decimal;
}

/**
 * An issued month anew, from corrected production. It opens and closes with the carries that it had, because the months after it
 * were issued from them; whole certificates are minted for what lies between, the rest is deferred to the next issuance.
 *
 * Opening carry + eligible + adjustments = minted + closing carry holds as ever; nothing is lost: eligible + adjustments, deferred
 * parts included, change by exactly what the production changed. kWh that were deferred before are not deferred again: only what they
 * changed by is. Source: the reading of program/004 that keeps months independent.
 */
export function reissueMonth(before: IssuedBefore, systems: readonly SystemProduction[]): ReissuedMonth {
  const { month, opening, closing } = before;
  const reported = reportMonth(opening, month, systems, closing);
  const betweenMwh = opening.gisCarryMwh
    .plus(reported.eligibleMwh)
    .plus(before.adjustmentMwh)
    .minus(closing.gisCarryMwh);
  const minted = certificatesOf(betweenMwh);
  const restMwh = betweenMwh.minus(minted);
  const deferredMwh = sum(reported.factors, step => kwhToMwh(step.deferredKwh).times(step.factor));
  const deferredBeforeMwh = before.deferred.reduce(
    (mwh, { factor, kwh }) => mwh.plus(kwhToMwh(kwh).times(factor)),
    zero,
  );
  return {
    issuance: {
      ...reported,
      adjustmentMwh: before.adjustmentMwh.minus(restMwh),
      minted,
      closing,
    },
    deferredMwh: restMwh.plus(deferredMwh).minus(deferredBeforeMwh),
  };
}

/** What a month's process makes of its systems, with the sums; `closing`: the carry that a month written anew closes with. */
function reportMonth(
  opening: IssuanceCarry,
  month: Month,
  systems: readonly SystemProduction[],
  closing: IssuanceCarry | null,
): Omit<MonthIssuance, 'adjustmentMwh' | 'minted' | 'closing'> {
  const process = valueOn(issuanceProcess, firstDayOf(month));
  const ordered = orderedById(systems);
  const reported =
    process === 'WHOLE_MWH' ? reportWholeMwh(opening, ordered, closing) : reportWholeKwh(opening, ordered);
  const reportedMwh = sum(reported.factors, step => step.reportedMwh);
  const eligibleMwh = sum(reported.factors, step => step.eligibleMwh);
  return {
    month,
    process,
    opening,
    ...reported,
    productionKwh: sum(reported.factors, step => step.productionKwh),
    reportedMwh,
    eligibleMwh,
    retiredRemainderMwh: reportedMwh.minus(eligibleMwh),
  };
}

/** Whole certificates of what is available; of a debit none. */
function certificatesOf(availableMwh: Decimal): number {
  return availableMwh.isNegative() ? 0 : wholeCertificates(availableMwh);
}

function orderedById(systems: readonly SystemProduction[]): readonly SystemProduction[] {
  if (systems.length < 2) return systems;
  const ordered = [...systems].sort((a, b) => (a.systemId < b.systemId ? -1 : 1));
  const twice = ordered.find((system, index) => system.systemId === ordered[index + 1]?.systemId);
  if (twice !== undefined) throw new RangeError(`System ${twice.systemId} is listed twice in one month.`);
  return ordered;
}

function closingCarries(factors: readonly FactorStep[]): IssuanceCarry['ptsCarries'] {
  return factors
    .filter(step => !step.closingPtsCarryKwh.isZero())
    .map(step => ({ factor: step.factor, kwh: step.closingPtsCarryKwh }));
}

function sum(factors: readonly FactorStep[], of: (step: FactorStep) => Decimal): Decimal {
  const [first, ...rest] = factors;
  return first === undefined ? zero : rest.reduce((total, step) => total.plus(of(step)), of(first));
}
