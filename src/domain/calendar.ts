import type { LocalDate } from './local-date.js';
import { addMonths, type Month } from './month.js';
import { addQuarters, firstMonthOf, lastDayOfQuarter, type Quarter } from './quarter.js';
import { valueOn } from './rules/dated-table.js';
import { mintCalendar } from './rules/mint-calendar.js';

/** Days on which the certificates of a generation quarter move. */
export interface MintDates {
  readonly uploadDate: LocalDate;
  readonly mintDate: LocalDate;
  readonly tradingPeriodEnd: LocalDate;
}

/**
 * The mint calendar: certificates of a quarter are uploaded on the 10th and minted on the 15th of the first month of the second
 * quarter after it, and trade for two months from then. Weekends move nothing.
 *
 * Quarter -> calendar days. Source: program/003; program/004; domain 4, 8.1, 8.10.
 */
export function mintDatesOf(quarter: Quarter): MintDates {
  const rule = valueOn(mintCalendar, lastDayOfQuarter(quarter));
  const mintMonth = firstMonthOf(addQuarters(quarter, rule.quartersLater));
  return {
    uploadDate: dayOf(mintMonth, rule.uploadDay),
    mintDate: dayOf(mintMonth, rule.mintDay),
    tradingPeriodEnd: dayOf(addMonths(mintMonth, rule.tradingMonths), rule.mintDay),
  };
}

function dayOf(month: Month, day: number): LocalDate {
  return `${month}-${String(day).padStart(2, '0')}` as LocalDate;
}
