import { Refusal } from './error.js';
import { addDays, type LocalDate } from './local-date.js';
import { firstDayOf, lastDayOf, type Month } from './month.js';

/** A change is asked for at most so many days ahead. Policy of this house: further ahead, a year was mistyped. */
const daysAhead = 366;

/** Between which days a change of a system may take effect. */
export interface ChangeBounds {
  readonly today: LocalDate;
  /** Day of commercial operation, if it is known: before it there was nothing to hold or report. */
  readonly operationOn: LocalDate | null;
}

/** A day on which a change may take effect; else BAD_USER_INPUT: before the system operated, or more than a year ahead. */
export function checkChangeDay(field: string, day: LocalDate, bounds: ChangeBounds): void {
  checkWithin(field, day, day, day, bounds);
}

/** A month from which a change may take effect; else BAD_USER_INPUT: it ends before the system operated, or begins too far ahead. */
export function checkChangeMonth(field: string, month: Month, bounds: ChangeBounds): void {
  checkWithin(field, month, firstDayOf(month), lastDayOf(month), bounds);
}

function checkWithin(field: string, value: string, first: LocalDate, last: LocalDate, bounds: ChangeBounds): void {
  const latest = addDays(bounds.today, daysAhead);
  const early = bounds.operationOn !== null && last < bounds.operationOn;
  if (!early && first <= latest) return;
  throw new Refusal(
    'BAD_USER_INPUT',
    early ? `${value} is before the system operated.` : `${value} is more than a year ahead.`,
    { field, value, earliest: bounds.operationOn, latest },
  );
}
