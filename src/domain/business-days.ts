import { addDays, daysBetween, type LocalDate } from './local-date.js';
import { valueOn } from './rules/dated-table.js';
import { type Holiday, massachusettsHolidays } from './rules/holidays.js';

/** A Monday, from which weekdays are counted. */
const monday = '1900-01-01' as LocalDate;
const sunday = 7;

/**
 * The days of a year on which the legal holidays of Massachusetts are kept, ascending: one that falls on a Sunday on the Monday after.
 *
 * Year -> calendar days. Source: domain 8.11.
 */
export function holidaysOf(year: number): LocalDate[] {
  const holidays = valueOn(massachusettsHolidays, dayOf(year, 1, 1));
  return holidays.map(holiday => keptOn(dayOfHoliday(holiday, year))).sort();
}

/** Whether a day is neither a Saturday, a Sunday nor a legal holiday of Massachusetts. */
export function isBusinessDay(date: LocalDate): boolean {
  return weekdayOf(date) < 6 && !holidaysOf(Number(date.slice(0, 4))).includes(date);
}

/** The day that is a number of business days after a day, that day itself not counted. Source: program/003; domain 8.11. */
export function addBusinessDays(date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

function dayOfHoliday(holiday: Holiday, year: number): LocalDate {
  if ('day' in holiday) return dayOf(year, holiday.month, holiday.day);
  const { month, weekday, nth } = holiday;
  if (nth > 0) return addDays(firstWeekday(dayOf(year, month, 1), weekday), 7 * (nth - 1));
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return addDays(firstWeekday(next, weekday), -7);
}

/** The first day from a day on, itself included, that is of a weekday. */
function firstWeekday(date: LocalDate, weekday: number): LocalDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

function keptOn(date: LocalDate): LocalDate {
  return weekdayOf(date) === sunday ? addDays(date, 1) : date;
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(date: LocalDate): number {
  return (((daysBetween(monday, date) % 7) + 7) % 7) + 1;
}

function dayOf(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}
