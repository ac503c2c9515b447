import { mintDatesOf } from './calendar.js';
import { addDays, type LocalDate } from './local-date.js';
import { addQuarters, type Quarter, quarterOfDate } from './quarter.js';

/** First and last day of a trading period or year, both inclusive: the last one ends at midnight, Eastern time. */
export interface TradingDays {
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
}

/** The trading period of a quarter: from its mint date for two months (third quarter: January 15 to March 15). Source: domain 4. */
export function tradingPeriodOf(quarter: Quarter): TradingDays {
  const { mintDate, tradingPeriodEnd } = mintDatesOf(quarter);
  return { opensOn: mintDate, closesOn: tradingPeriodEnd };
}

/**
 * The trading year of the certificates of a calendar year: from the mint date of its first quarter to the end of the trading period of
 * its fourth (2017: July 15, 2017 to June 15, 2018). Then they are retired, whatever they are in. Source: domain 4; program/003.
 */
export function tradingYearOf(year: number): TradingDays {
  return {
    opensOn: tradingPeriodOf(`${year}-Q1` as Quarter).opensOn,
    closesOn: tradingPeriodOf(`${year}-Q4` as Quarter).closesOn,
  };
}

/** The quarter whose trading period a day lies in; null between two periods. */
export function tradingPeriodOn(date: LocalDate): Quarter | null {
  return nearQuarters(date).find(quarter => isWithin(tradingPeriodOf(quarter), date)) ?? null;
}

/** The first day of the next trading period after a day. */
export function nextTradingDay(date: LocalDate): LocalDate {
  const next = nearQuarters(date)
    .map(quarter => tradingPeriodOf(quarter).opensOn)
    .find(opensOn => opensOn > date);
  if (next === undefined) throw new RangeError(`no trading period begins soon after ${date}`);
  return next;
}

/** The last trading year of a certificate: that of its vintage, or the last compliance year that an auction gave it. */
export function lastTradingYear(vintageMonth: string, usableUntil: number | null): number {
  return usableUntil ?? Number(vintageMonth.slice(0, 4));
}

/** Whether the trading year is over on a day. */
export function isOver(year: number, date: LocalDate): boolean {
  return date > tradingYearOf(year).closesOn;
}

/** The first day on which a trading year may be closed. */
export function closableFrom(year: number): LocalDate {
  return addDays(tradingYearOf(year).closesOn, 1);
}

/** Quarters whose trading period may be on or soon after a day, in order. */
function nearQuarters(date: LocalDate): Quarter[] {
  return [-4, -3, -2, -1, 0].map(offset => addQuarters(quarterOfDate(date), offset));
}

function isWithin({ opensOn, closesOn }: TradingDays, date: LocalDate): boolean {
  return opensOn <= date && date <= closesOn;
}
