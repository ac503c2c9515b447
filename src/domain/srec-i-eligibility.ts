import { type Decimal, decimalText } from './decimal.js';
import {
  type CarveOutReasonCode,
  type CarveOutUnit,
  carveOutFindings,
  type Eligibility,
  eligibilityOf,
  type Finding,
} from './eligibility.js';
import type { LocalDate } from './local-date.js';
import { srecIThresholds } from './rules/capacity-limit.js';
import { valueOn } from './rules/dated-table.js';

/** What SREC I asks about a unit. Municipal light territory and ownership by a regulated utility do not count against it. */
export interface SrecIApplication extends CarveOutUnit {
  /** Day of funding by MassCEC or the Renewable Energy Trust, if any. */
  readonly massachusettsGrantOn: LocalDate | null;
  /** Share of the cost that ARRA paid, 0 to 1. */
  readonly arraShareOfCost: Decimal | null;
}

export type SrecIReasonCode =
  | CarveOutReasonCode
  | 'ARRA_SHARE_ABOVE_67_PERCENT'
  | 'GRANT_BEFORE_PROGRAM_START'
  | 'OPERATION_BEFORE_2008';

/**
 * Eligibility for SREC I: at most 6 MW per parcel, in Massachusetts, with use on site and a connection to the grid, operating since
 * 2008 or later, without a state grant before 2010 and with at most 67 % of its cost paid by ARRA.
 *
 * kW, days, share -> every reason against it, in code point order. Source: program/003.
 */
export function srecIEligibility(unit: SrecIApplication): Eligibility<SrecIReasonCode> {
  return eligibilityOf(srecIFindings(unit));
}

/** Each rule of SREC I about the unit itself, kept or not. Source: program/003. */
export function srecIFindings(unit: SrecIApplication): Finding<SrecIReasonCode>[] {
  const { operatingFrom, grantsFrom, largestArraShare } = valueOn(srecIThresholds, unit.commercialOperationOn);
  const grant = unit.massachusettsGrantOn;
  const source = 'program/003';
  return [
    ...carveOutFindings(unit, source),
    {
      breaks: unit.arraShareOfCost?.gt(largestArraShare) ?? false,
      code: 'ARRA_SHARE_ABOVE_67_PERCENT',
      rule: `at most ${decimalText(largestArraShare.times(100))} % of the cost from ARRA`,
      source,
    },
    {
      breaks: grant !== null && grant < grantsFrom,
      code: 'GRANT_BEFORE_PROGRAM_START',
      rule: `no state funding before ${grantsFrom}`,
      source,
    },
    {
      breaks: unit.commercialOperationOn < operatingFrom,
      code: 'OPERATION_BEFORE_2008',
      rule: `in operation on ${operatingFrom} or later`,
      source,
    },
  ];
}
