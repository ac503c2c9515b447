import type { LocalDate } from './local-date.js';
import { addQuarters, lastDayOfQuarter, type Quarter, quarterOfDate } from './quarter.js';
import { valueOn } from './rules/dated-table.js';
import { optInTermQuarters } from './rules/opt-in.js';

/**
 * The opt-in term: 40 calendar quarters, that of the effective date included.
 *
 * Effective date -> last eligible quarter. Source: program/002; domain 6.
 */
export function lastEligibleQuarterOf(effectiveOn: LocalDate): Quarter {
  return addQuarters(quarterOfDate(effectiveOn), valueOn(optInTermQuarters, effectiveOn) - 1);
}

/** Whether a day lies in the term: from the effective date itself through the last day of the last eligible quarter. */
export function isInTerm(
  date: LocalDate,
  effectiveOn: LocalDate,
  lastEligibleQuarter: Quarter = lastEligibleQuarterOf(effectiveOn),
): boolean {
  return effectiveOn <= date && date <= lastDayOfQuarter(lastEligibleQuarter);
}
