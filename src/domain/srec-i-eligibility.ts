import { type Decimal, decimalText } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { parcelCapacityLimitKw, srecIThresholds } from './rules/capacity-limit.js';
import { valueOn } from './rules/dated-table.js';

/** What SREC I asks about a unit. Municipal light territory and ownership by a regulated utility do not count against it. */
export interface SrecIApplication {
  readonly parcelCapacityKw: Decimal;
  readonly inMassachusetts: boolean;
  readonly usesGenerationOnSite: boolean;
  readonly interconnected: boolean;
  readonly commercialOperationOn: LocalDate;
  /** Day of funding by MassCEC or the Renewable Energy Trust, if any. */
  readonly massachusettsGrantOn: LocalDate | null;
  /** Share of the cost that ARRA paid, 0 to 1. */
  readonly arraShareOfCost: Decimal | null;
}

export type SrecIReasonCode =
  | 'ARRA_SHARE_ABOVE_67_PERCENT'
  | 'CAPACITY_ABOVE_6_MW'
  | 'GRANT_BEFORE_PROGRAM_START'
  | 'NOT_IN_MASSACHUSETTS'
  | 'NOT_INTERCONNECTED'
  | 'NO_ON_SITE_USE'
  | 'OPERATION_BEFORE_2008';

/** A reason against a unit, what the rule says, and where. */
export interface SrecIReason {
  readonly code: SrecIReasonCode;
  readonly rule: string;
  readonly source: string;
}

/**
 * Eligibility for SREC I: at most 6 MW per parcel, in Massachusetts, with use on site and a connection to the grid, operating since
 * 2008 or later, without a state grant before 2010 and with at most 67 % of its cost paid by ARRA.
 *
 * kW, days, share -> every reason against it, in code point order. Source: program/003.
 */
export function srecIEligibility(unit: SrecIApplication): {
  readonly eligible: boolean;
  readonly reasons: SrecIReason[];
} {
  const limitKw = valueOn(parcelCapacityLimitKw, unit.commercialOperationOn);
  const { operatingFrom, grantsFrom, largestArraShare } = valueOn(srecIThresholds, unit.commercialOperationOn);
  const grant = unit.massachusettsGrantOn;
  const against: [boolean, SrecIReasonCode, string][] = [
    [
      unit.arraShareOfCost?.gt(largestArraShare) ?? false,
      'ARRA_SHARE_ABOVE_67_PERCENT',
      `at most ${decimalText(largestArraShare.times(100))} % of the cost from ARRA`,
    ],
    [
      unit.parcelCapacityKw.gt(limitKw),
      'CAPACITY_ABOVE_6_MW',
      `at most ${decimalText(limitKw)} kW DC per parcel of land`,
    ],
    [grant !== null && grant < grantsFrom, 'GRANT_BEFORE_PROGRAM_START', `no state funding before ${grantsFrom}`],
    [!unit.interconnected, 'NOT_INTERCONNECTED', 'interconnected to the utility grid'],
    [!unit.inMassachusetts, 'NOT_IN_MASSACHUSETTS', 'in Massachusetts, municipal light territories included'],
    [!unit.usesGenerationOnSite, 'NO_ON_SITE_USE', 'some of its generation used on site'],
    [unit.commercialOperationOn < operatingFrom, 'OPERATION_BEFORE_2008', `in operation on ${operatingFrom} or later`],
  ];
  const reasons = against
    .filter(([applies]) => applies)
    .map(([, code, rule]) => ({ code, rule, source: 'program/003' }));
  return { eligible: reasons.length === 0, reasons };
}
