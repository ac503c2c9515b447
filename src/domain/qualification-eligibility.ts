import { classIEligibility } from './class-i-eligibility.js';
import type { Decimal } from './decimal.js';
import { type Eligibility, eligibilityOf, type Finding } from './eligibility.js';
import type { LocalDate } from './local-date.js';
import type { UnitType } from './market-sector.js';
import type { Program } from './program.js';
import { valueOn } from './rules/dated-table.js';
import { intakeOfSrecI } from './rules/qualification-dates.js';
import type { Extension } from './rules/srec-factors.js';
import { type SrecIReasonCode, srecIFindings } from './srec-i-eligibility.js';
import { type SrecIIReasonCode, srecIIFindings } from './srec-ii-eligibility.js';

/** A unit for which somebody applies. kW are DC for solar PV. */
export interface QualificationUnit {
  readonly solar: boolean;
  readonly capacityKw: Decimal;
  readonly parcelCapacityKw: Decimal;
  readonly inMassachusetts: boolean;
  readonly usesGenerationOnSite: boolean;
  readonly interconnectedOn: LocalDate | null;
  readonly mechanicallyCompleteOn: LocalDate | null;
  readonly commercialOperationOn: LocalDate;
  readonly unitType: UnitType | null;
  readonly onSiteShare: Decimal | null;
  readonly extension: Extension;
  readonly massachusettsGrantOn: LocalDate | null;
  readonly arraShareOfCost: Decimal | null;
}

export type QualificationReasonCode = SrecIReasonCode | SrecIIReasonCode | 'NOT_SOLAR_PV';

/**
 * Eligibility of a unit whose application is filed on a day: the rules of the programme about the unit (interconnected by that day),
 * that the solar carve-outs are for solar photovoltaic units, and for SREC I that it is not closed.
 *
 * Programme, unit, day -> every reason against it, in code point order. Source: program/003; domain 6 and 1.2.
 */
export function qualificationEligibility(
  program: Program,
  unit: QualificationUnit,
  filedOn: LocalDate,
): Eligibility<QualificationReasonCode> {
  if (program === 'CLASS_I') return classIEligibility();
  const interconnected = unit.interconnectedOn !== null && unit.interconnectedOn <= filedOn;
  const onlySolar: Finding<QualificationReasonCode> = {
    breaks: !unit.solar,
    code: 'NOT_SOLAR_PV',
    rule: 'a solar photovoltaic generation unit',
    source: 'program/003',
  };
  if (program === 'SREC_II') return eligibilityOf([onlySolar, ...srecIIFindings({ ...unit, interconnected })]);
  return eligibilityOf([onlySolar, srecIIsOpen(filedOn), ...srecIFindings({ ...unit, interconnected })]);
}

function srecIIsOpen(filedOn: LocalDate): Finding<QualificationReasonCode> {
  return {
    breaks: valueOn(intakeOfSrecI, filedOn) === 'CLOSED',
    code: 'PROGRAM_CLOSED',
    rule: 'applications for SREC I were accepted until 2014-04-25',
    source: 'domain 6; program/003',
  };
}
