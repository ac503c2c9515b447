import { Refusal } from './error.js';
import { addDays, type LocalDate } from './local-date.js';
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf } from './month.js';
import { valueOn } from './rules/dated-table.js';
import { reportingWindowDays } from './rules/reporting.js';
import { endOfDay, localDateOf, startOfDay } from './time-zone.js';

/** The days and instants in which a month is reported: `firstDay` and `lastDay` inclusive, `closesAt` the first instant outside. */
export interface ReportingWindow {
  readonly month: Month;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const windows = new Map<Month, ReportingWindow>();

/** The window that was found last is tried first: thousands of rows of one call lie in the same one. */
let foundLast: ReportingWindow | null = null;

/**
 * The reporting window of a month: its last five days and the first five of the next, local days.
 *
 * Month -> days and instants. Source: program/001; domain 5.3.
 */
export function windowOf(month: Month): ReportingWindow {
  const known = windows.get(month);
  if (known !== undefined) return known;
  const { lastDays, firstDays } = valueOn(reportingWindowDays, lastDayOf(month));
  const nextMonth = firstDayOf(addMonths(month, 1));
  const firstDay = addDays(nextMonth, -lastDays);
  const lastDay = addDays(nextMonth, firstDays - 1);
  const window = { month, firstDay, lastDay, opensAt: startOfDay(firstDay), closesAt: endOfDay(lastDay) };
  windows.set(month, window);
  return window;
}

/**
 * The window an instant lies in, or null outside every window.
 *
 * Instant -> window. Source: program/001; domain 5.3.
 */
export function windowAt(instant: Date): ReportingWindow | null {
  if (foundLast !== null && isWithin(instant, foundLast)) return foundLast;
  const month = monthOf(localDateOf(instant));
  const found = [windowOf(month), windowOf(addMonths(month, -1))].find(window => isWithin(instant, window)) ?? null;
  foundLast = found ?? foundLast;
  return found;
}

/** The month a reading made at an instant reports: the one that ends inside the window; null outside every window. */
export function monthOfReading(readAt: Date): Month | null {
  return windowAt(readAt)?.month ?? null;
}

/** The month whose window holds a calendar day, or null. */
export function monthOfWindowDay(date: LocalDate): Month | null {
  return monthOfReading(startOfDay(date));
}

/** The first window that closes after an instant: the one that is open, else the next to open. */
export function nextWindow(instant: Date): ReportingWindow {
  return windowAt(instant) ?? windowOf(monthOf(localDateOf(instant)));
}

/**
 * One window for both: a reading and its submission lie in the same reporting window.
 *
 * Instants -> the window; OUTSIDE_REPORTING_WINDOW with the window that is open or opens next. Source: program/001; domain 5.3.
 */
export function windowOfSubmission(readAt: Date, submittedAt: Date): ReportingWindow {
  const open = windowAt(submittedAt);
  if (open !== null && isWithin(readAt, open)) return open;
  const expected = open ?? nextWindow(submittedAt);
  const reason =
    open === null ? 'No reporting window is open.' : 'The reading was not made in the window that is open.';
  throw new Refusal('OUTSIDE_REPORTING_WINDOW', reason, {
    readAt: readAt.toISOString(),
    submittedAt: submittedAt.toISOString(),
    windowMonth: expected.month,
    opensAt: expected.opensAt.toISOString(),
    closesAt: expected.closesAt.toISOString(),
    expected: `read and submitted for ${expected.month} from ${expected.firstDay} through ${expected.lastDay}`,
  });
}

function isWithin(instant: Date, window: ReportingWindow): boolean {
  return window.opensAt.getTime() <= instant.getTime() && instant.getTime() < window.closesAt.getTime();
}
