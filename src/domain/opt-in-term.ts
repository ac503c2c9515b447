import { addDays, type LocalDate, laterOf } from './local-date.js';
import { addQuarters, lastDayOfQuarter, type Quarter, quarterOfDate } from './quarter.js';
import { valueOn } from './rules/dated-table.js';
import { optInTermQuarters } from './rules/opt-in.js';
import { classIAfterTerm } from './rules/qualification-dates.js';

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

/**
 * The first day as RPS Class I of a unit whose opt-in term ends: the day after the last eligible quarter, but not before 2022.
 *
 * Last eligible quarter -> day. Source: domain 6, 225 CMR 14.06(3)(f).
 */
export function classIFrom(lastEligibleQuarter: Quarter): LocalDate {
  const after = addDays(lastDayOfQuarter(lastEligibleQuarter), 1);
  return laterOf(after, valueOn(classIAfterTerm, after));
}

/**
 * The statement of qualification that tells about a day: the one in force, else the next to take effect, else the last; null when
 * there is none. Those of a system never overlap.
 */
export function statementToTell<
  Statement extends { readonly effectiveOn: LocalDate; readonly lastEligibleQuarter?: string | null | undefined },
>(statements: readonly Statement[], on: LocalDate): Statement | null {
  const ordered = [...statements].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const notOver = ordered.find(
    ({ lastEligibleQuarter }) => !lastEligibleQuarter || on <= lastDayOfQuarter(lastEligibleQuarter as Quarter),
  );
  return notOver ?? ordered.at(-1) ?? null;
}
