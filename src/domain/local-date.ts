import { Refusal } from './error.js';

/** A calendar day in Massachusetts, `YYYY-MM-DD`; compared as text. Years 1900 to 2199. */
export type LocalDate = string & { readonly localDate: unique symbol };

const dayMs = 86_400_000;

/** Text -> LocalDate; BAD_USER_INPUT when it is malformed or no such day exists. */
export function parseLocalDate(text: string): LocalDate {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text) || dateText(utcMs(text)) !== text) {
    throw new Refusal('BAD_USER_INPUT', `"${text}" is not a calendar day.`, { value: text, expected: 'YYYY-MM-DD' });
  }
  return text as LocalDate;
}

/** The day a number of days later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateText(utcMs(date) + days * dayMs) as LocalDate;
}

/** Days from one day to another: 0 for the same day, 1 for the next. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMs(to) - utcMs(from)) / dayMs;
}

/** The later of two days. */
export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return daysBetween(a, b) > 0 ? b : a;
}

function utcMs(text: string): number {
  return Date.parse(`${text}T00:00:00Z`);
}

function dateText(ms: number): string {
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}
