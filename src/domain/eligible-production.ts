import { type Decimal, nearestThousandthKwh, zero } from './decimal.js';
import { daysBetween, type LocalDate } from './local-date.js';
import { daysInMonth, lastDayOf, type Month, monthOf } from './month.js';
import { lastEligibleQuarterOf } from './opt-in-term.js';
import { type Quarter, quarterOf } from './quarter.js';

/**
 * Eligible production: what of a month's production may become certificates. Nothing before the month of the effective date or
 * after the last eligible quarter; the month of the effective date counts by its days from that day on, to the nearest 0.001 kWh.
 *
 * kWh -> kWh. A stored last eligible quarter (a decision of DOER) goes before the 40 quarters of the rule.
 * Source: program/002; domain 6; the split by days is policy.
 */
export function eligibleKwh(
  month: Month,
  productionKwh: Decimal,
  effectiveOn: LocalDate,
  storedLastEligibleQuarter: Quarter | null = null,
): Decimal {
  const effectiveMonth = monthOf(effectiveOn);
  if (month < effectiveMonth) return zero;
  if (quarterOf(month) > (storedLastEligibleQuarter ?? lastEligibleQuarterOf(effectiveOn))) return zero;
  if (month > effectiveMonth) return productionKwh;
  const days = daysInMonth(month);
  const eligibleDays = daysBetween(effectiveOn, lastDayOf(month)) + 1;
  return eligibleDays === days ? productionKwh : nearestThousandthKwh(productionKwh.times(eligibleDays).div(days));
}

/** The term of a statement of qualification; no last quarter: Class I, which has no end. */
export interface Term {
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter | null;
}

/** `eligibleKwh` by the term of a statement as it is stored. kWh -> kWh. */
export function eligibleKwhInTerm(month: Month, productionKwh: Decimal, term: Term): Decimal {
  return eligibleKwh(month, productionKwh, term.effectiveOn, term.lastEligibleQuarter ?? quarterOf(month));
}
