import { type Decimal, kwhToMwh, wholeKwh } from './decimal.js';
import { firstDayOf, type Month } from './month.js';
import { valueOn } from './rules/dated-table.js';
import { issuanceProcess } from './rules/issuance.js';

/** A debit (below zero) or credit of one system and month: what would have been reported more, and what of it is eligible. */
export interface PriorPeriodAdjustment {
  readonly eligibleKwh: Decimal;
  readonly reportedMwh: Decimal;
  readonly eligibleMwh: Decimal;
}

/**
 * The adjustment for production of a system and month that turns out to be another than what was counted: as its month would have
 * been reported, to whole kWh from 2017-10 on, exactly before (kWh were carried then), times the factor.
 *
 * kWh -> MWh, exactly. Adjustments in a row add up to one from the first to the last figure. Source: program/004; domain 7.
 */
export function priorPeriodAdjustment(
  month: Month,
  factor: Decimal,
  countedKwh: Decimal,
  correctedKwh: Decimal,
): PriorPeriodAdjustment {
  const rounded = valueOn(issuanceProcess, firstDayOf(month)) === 'WHOLE_KWH' ? wholeKwh : (kwh: Decimal) => kwh;
  const reportedMwh = kwhToMwh(rounded(correctedKwh).minus(rounded(countedKwh)));
  return { eligibleKwh: correctedKwh.minus(countedKwh), reportedMwh, eligibleMwh: reportedMwh.times(factor) };
}
