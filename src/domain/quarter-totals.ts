import { mintDatesOf } from './calendar.js';
import type { Decimal } from './decimal.js';
import type { IssuanceCarry } from './issuance-carry.js';
import type { MonthIssuance } from './issuance-step.js';
import type { LocalDate } from './local-date.js';
import { type Quarter, quarterOf } from './quarter.js';

/** The listed months of a quarter together: sums, and the carry as it stands at its end. */
export interface QuarterTotals {
  readonly quarter: Quarter;
  readonly productionKwh: Decimal;
  readonly reportedMwh: Decimal;
  readonly eligibleMwh: Decimal;
  readonly retiredRemainderMwh: Decimal;
  readonly minted: number;
  readonly closing: IssuanceCarry;
  readonly mintDate: LocalDate;
}

/** Issued months, in order of time -> totals of their quarters, in order of time. Source: program/003; domain 7. */
export function quarterTotals(months: readonly MonthIssuance[]): QuarterTotals[] {
  const totals: QuarterTotals[] = [];
  for (const month of months) {
    const quarter = quarterOf(month.month);
    const last = totals.at(-1);
    if (last?.quarter === quarter) totals[totals.length - 1] = add(last, month);
    else totals.push({ ...month, quarter, mintDate: mintDatesOf(quarter).mintDate });
  }
  return totals.map(onlyTotals);
}

function add(total: QuarterTotals, month: MonthIssuance): QuarterTotals {
  return {
    ...total,
    productionKwh: total.productionKwh.plus(month.productionKwh),
    reportedMwh: total.reportedMwh.plus(month.reportedMwh),
    eligibleMwh: total.eligibleMwh.plus(month.eligibleMwh),
    retiredRemainderMwh: total.retiredRemainderMwh.plus(month.retiredRemainderMwh),
    minted: total.minted + month.minted,
    closing: month.closing,
  };
}

function onlyTotals(total: QuarterTotals): QuarterTotals {
  const { quarter, productionKwh, reportedMwh, eligibleMwh, retiredRemainderMwh, minted, closing, mintDate } = total;
  return { quarter, productionKwh, reportedMwh, eligibleMwh, retiredRemainderMwh, minted, closing, mintDate };
}
