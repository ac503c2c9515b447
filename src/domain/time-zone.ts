import { addDays, type LocalDate } from './local-date.js';

/**
 * Instants and calendar days in Massachusetts (America/New_York).
 *
 * The zone stands 4 or 5 hours behind UTC and changes at 2 in the morning, so every day has exactly one midnight, at 04:00
 * or 05:00 UTC. Answers are remembered by day: the zone database is asked once for each.
 */
export const timeZone = 'America/New_York';

const hourMs = 3_600_000;
const localHour = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', hourCycle: 'h23' });
const midnights = new Map<LocalDate, number>();

/** The instant at which a calendar day begins. */
export function startOfDay(date: LocalDate): Date {
  return new Date(startOfDayMs(date));
}

/** The instant at which a calendar day is over: the beginning of the next one. */
export function endOfDay(date: LocalDate): Date {
  return new Date(startOfDayMs(addDays(date, 1)));
}

/** The day that was found last is tried first: the readings of a call were made on few days. */
let foundLast: { readonly date: LocalDate; readonly fromMs: number; readonly untilMs: number } | null = null;

/** The calendar day an instant lies in; a RangeError for an invalid Date. */
export function localDateOf(instant: Date): LocalDate {
  const ms = instant.getTime();
  if (foundLast !== null && foundLast.fromMs <= ms && ms < foundLast.untilMs) return foundLast.date;
  const earlier = utcDate(ms - 5 * hourMs);
  const later = utcDate(ms - 4 * hourMs);
  const date = earlier === later || ms < startOfDayMs(later) ? earlier : later;
  foundLast = { date, fromMs: startOfDayMs(date), untilMs: startOfDayMs(addDays(date, 1)) };
  return date;
}

/**
 * A local date and time without an offset -> the instant. The hour that comes twice when daylight saving time ends is the first
 * of the two, and one that is left out when it begins is read as if the clock had not been moved: the rule of RFC 5545, 3.3.5.
 */
export function instantOfLocalTime(date: LocalDate, msOfDay: number): Date {
  const utcMs = Date.parse(`${date}T00:00:00Z`) + msOfDay;
  const inSummer = utcMs + 4 * hourMs;
  const hour = Math.floor(msOfDay / hourMs);
  return new Date(Number(localHour.format(inSummer)) === hour ? inSummer : inSummer + hourMs);
}

function startOfDayMs(date: LocalDate): number {
  const known = midnights.get(date);
  if (known !== undefined) return known;
  const summer = Date.parse(`${date}T04:00:00Z`);
  const ms = localHour.format(summer) === '00' ? summer : summer + hourMs;
  midnights.set(date, ms);
  return ms;
}

function utcDate(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10) as LocalDate;
}
