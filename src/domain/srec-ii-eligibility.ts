import type { Decimal } from './decimal.js';
import {
  type CarveOutReasonCode,
  type CarveOutUnit,
  carveOutFindings,
  type Eligibility,
  eligibilityOf,
  type Finding,
} from './eligibility.js';
import type { LocalDate } from './local-date.js';
import { valueOn } from './rules/dated-table.js';
import { srecIIOperatingFrom } from './rules/qualification-dates.js';
import { srecIIIntake } from './rules/srec-ii-intake.js';
import { deciding } from './srec-factor.js';

/** What SREC II asks about a unit; the days decide whether it came while the programme was open. */
export interface SrecIIApplication extends CarveOutUnit {
  readonly capacityKw: Decimal;
  readonly interconnectedOn: LocalDate | null;
  readonly mechanicallyCompleteOn: LocalDate | null;
}

export type SrecIIReasonCode = CarveOutReasonCode | 'OPERATION_BEFORE_2013' | 'PROGRAM_CLOSED';

/**
 * Eligibility for SREC II: at most 6 MW per parcel, in Massachusetts, with use on site and a connection to the grid, operating since
 * 2013 or later, and interconnected (above 25 kW: or complete) before the successor programme. The exclusions of state and ARRA
 * funding stand in the page on SREC I alone, so they are not held against a unit here.
 *
 * kW, days -> every reason against it, in code point order. Source: domain 6 and 1.2.
 */
export function srecIIEligibility(unit: SrecIIApplication): Eligibility<SrecIIReasonCode> {
  return eligibilityOf(srecIIFindings(unit));
}

/** Each rule of SREC II about the unit itself, kept or not. Source: domain 6 and 1.2. */
export function srecIIFindings(unit: SrecIIApplication): Finding<SrecIIReasonCode>[] {
  const operatingFrom = valueOn(srecIIOperatingFrom, unit.commercialOperationOn);
  const on = deciding(unit);
  return [
    ...carveOutFindings(unit, 'domain 6'),
    {
      breaks: unit.commercialOperationOn < operatingFrom,
      code: 'OPERATION_BEFORE_2013',
      rule: `in operation on ${operatingFrom} or later`,
      source: 'domain 6',
    },
    {
      breaks: on !== null && valueOn(srecIIIntake, on) === 'CLOSED',
      code: 'PROGRAM_CLOSED',
      rule: 'interconnected, or above 25 kW complete, before the successor programme was launched',
      source: 'domain 1.2',
    },
  ];
}
