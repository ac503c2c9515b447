import { type Decimal, wholeCertificates, zero } from './decimal.js';
import type { IssuanceCarry } from './issuance-carry.js';
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
 * MWh of GIS carry + eligible, carry the rest.
 *
 * Opening carry + eligible = minted + closing carry, exactly; the order of systems does not matter.
 * kWh -> MWh and certificates. A RangeError when a system is listed twice. Source: program/004; domain 7.
 */
export function issueMonth(opening: IssuanceCarry, month: Month, systems: readonly SystemProduction[]): MonthIssuance {
  const process = valueOn(issuanceProcess, firstDayOf(month));
  const ordered = orderedById(systems);
  const reported = process === 'WHOLE_MWH' ? reportWholeMwh(opening, ordered) : reportWholeKwh(opening, ordered);
  const reportedMwh = sum(reported.factors, step => step.reportedMwh);
  const eligibleMwh = sum(reported.factors, step => step.eligibleMwh);
  const availableMwh = opening.gisCarryMwh.plus(eligibleMwh);
  const minted = wholeCertificates(availableMwh);
  return {
    month,
    process,
    opening,
    ...reported,
    productionKwh: sum(reported.factors, step => step.productionKwh),
    reportedMwh,
    eligibleMwh,
    retiredRemainderMwh: reportedMwh.minus(eligibleMwh),
    minted,
    closing: { ptsCarries: closingCarries(reported.factors), gisCarryMwh: availableMwh.minus(minted) },
  };
}

/**
 * Issuance of months in a row, each opening with what the one before closed with; a month that is not listed changes nothing.
 *
 * A RangeError when the months do not ascend.
 */
export function issueMonths(opening: IssuanceCarry, months: readonly MonthProduction[]): MonthIssuance[] {
  const issued: MonthIssuance[] = [];
  for (const { month, systems } of months) {
    const before = issued.at(-1);
    if (before !== undefined && before.month >= month)
      throw new RangeError(`${month} is listed after ${before.month}.`);
    issued.push(issueMonth(before?.closing ?? opening, month, systems));
  }
  return issued;
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
