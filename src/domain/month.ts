import { Refusal } from './error.js';
import { addDays, daysBetween, type LocalDate } from './local-date.js';

/** A generation month, `YYYY-MM`; compared as text. Years 1900 to 2199. */
export type Month = string & { readonly month: unique symbol };

/** Text -> Month; BAD_USER_INPUT when it is malformed. */
export function parseMonth(text: string): Month {
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)) {
    throw new Refusal('BAD_USER_INPUT', `"${text}" is not a month.`, { value: text, expected: 'YYYY-MM' });
  }
  return text as Month;
}

/** The month a calendar day lies in. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month;
}

/** The month a number of months later (or earlier, when negative). */
export function addMonths(month: Month, months: number): Month {
  return monthAt(monthIndex(month) + months);
}

const following = new Map<Month, Month>();

/** The month after a month. */
export function nextMonth(month: Month): Month {
  const known = following.get(month);
  if (known !== undefined) return known;
  const next = addMonths(month, 1);
  following.set(month, next);
  return next;
}

/** Months from one month to another: 0 for the same month, 1 for the next. */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}

/** Number of the month within its year, 1 to 12. */
export function monthNumber(month: Month): number {
  return Number(month.slice(5));
}

/** First calendar day of a month. */
export function firstDayOf(month: Month): LocalDate {
  return `${month}-01` as LocalDate;
}

/** Last calendar day of a month. */
export function lastDayOf(month: Month): LocalDate {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

const dayCounts = new Map<Month, number>();

/** Calendar days of a month, 28 to 31. */
export function daysInMonth(month: Month): number {
  const known = dayCounts.get(month);
  if (known !== undefined) return known;
  const days = daysBetween(firstDayOf(month), firstDayOf(addMonths(month, 1)));
  dayCounts.set(month, days);
  return days;
}

function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(index: number): Month {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}` as Month;
}
