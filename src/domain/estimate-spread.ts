import { cutThousandthKwh, type Decimal } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { addMonths, daysInMonth, firstDayOf, type Month, monthOf, nextMonth } from './month.js';
import { monthOfWindowDay } from './reporting-window.js';
import { valueOn } from './rules/dated-table.js';
import { type MissedMonthPolicy, missedMonthPolicy } from './rules/reporting.js';

/** What one month gets of the difference between two readings. A forfeited share is shown and never eligible. */
export interface MonthShare {
  readonly month: Month;
  readonly kwh: Decimal;
  readonly estimated: boolean;
  readonly forfeited: boolean;
}

/**
 * Missed months: the difference between two readings that lie more than one month apart is spread over the months after the last
 * reported one by their calendar days, each share cut to 0.001 kWh; the reported month takes what the cutting leaves.
 *
 * kWh -> shares in order of time, the reported month last; they add up to the difference. Without a gap the one month has it all and
 * is not estimated. Under FORFEIT the missed months' shares are marked. Source: domain 5.4 and 8.16, policy.
 */
export function spreadOverMonths(
  lastReportedMonth: Month,
  reportedMonth: Month,
  differenceKwh: Decimal,
  policyGiven?: MissedMonthPolicy,
): MonthShare[] {
  const missed = monthsStrictlyBetween(lastReportedMonth, reportedMonth);
  if (missed.length === 0) {
    return [{ month: reportedMonth, kwh: differenceKwh, estimated: false, forfeited: false }];
  }
  const policy = policyGiven ?? valueOn(missedMonthPolicy, firstDayOf(reportedMonth));
  const days = missed.reduce((sum, month) => sum + daysInMonth(month), daysInMonth(reportedMonth));
  const shares: MonthShare[] = missed.map(month => ({
    month,
    kwh: cutThousandthKwh(differenceKwh.times(daysInMonth(month)).div(days)),
    estimated: true,
    forfeited: policy === 'FORFEIT',
  }));
  const leftKwh = shares.reduce((left, share) => left.minus(share.kwh), differenceKwh);
  return [...shares, { month: reportedMonth, kwh: leftKwh, estimated: true, forfeited: false }];
}

/**
 * The month that a meter's initial value stands for before a first reading: the month whose window holds the installation day, else
 * the month before that of the installation. Source: domain 5.4, policy.
 */
export function monthOfInitialValue(installedOn: LocalDate): Month {
  return monthOfWindowDay(installedOn) ?? addMonths(monthOf(installedOn), -1);
}

function monthsStrictlyBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = nextMonth(from); month < to; month = nextMonth(month)) months.push(month);
  return months;
}
