import { Refusal } from './error.js';
import type { LocalDate } from './local-date.js';
import { addMonths, firstDayOf, lastDayOf, type Month, monthNumber, monthOf, monthsBetween } from './month.js';

/** A calendar quarter, `YYYY-Qn`; compared as text. Years 1900 to 2199. */
export type Quarter = string & { readonly quarter: unique symbol };

/** Text -> Quarter; BAD_USER_INPUT when it is malformed. */
export function parseQuarter(text: string): Quarter {
  if (!/^(19|20|21)\d\d-Q[1-4]$/.test(text)) {
    throw new Refusal('BAD_USER_INPUT', `"${text}" is not a quarter.`, { value: text, expected: 'YYYY-Qn' });
  }
  return text as Quarter;
}

/** The quarter a month lies in. */
export function quarterOf(month: Month): Quarter {
  return `${month.slice(0, 4)}-Q${Math.ceil(monthNumber(month) / 3)}` as Quarter;
}

/** The quarter a calendar day lies in. */
export function quarterOfDate(date: LocalDate): Quarter {
  return quarterOf(monthOf(date));
}

/** First month of a quarter. */
export function firstMonthOf(quarter: Quarter): Month {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}` as Month;
}

/** The three months of a quarter, in order. */
export function monthsOf(quarter: Quarter): readonly [Month, Month, Month] {
  const first = firstMonthOf(quarter);
  return [first, addMonths(first, 1), addMonths(first, 2)];
}

/** The quarter a number of quarters later (or earlier, when negative). */
export function addQuarters(quarter: Quarter, quarters: number): Quarter {
  return quarterOf(addMonths(firstMonthOf(quarter), quarters * 3));
}

/** Quarters from one quarter to another: 0 for the same quarter, 1 for the next. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return monthsBetween(firstMonthOf(from), firstMonthOf(to)) / 3;
}

/** First calendar day of a quarter. */
export function firstDayOfQuarter(quarter: Quarter): LocalDate {
  return firstDayOf(firstMonthOf(quarter));
}

/** Last calendar day of a quarter. */
export function lastDayOfQuarter(quarter: Quarter): LocalDate {
  return lastDayOf(addMonths(firstMonthOf(quarter), 2));
}
