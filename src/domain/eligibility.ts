import { type Decimal, decimalText } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { parcelCapacityLimitKw } from './rules/capacity-limit.js';
import { valueOn } from './rules/dated-table.js';

/** A reason against a unit, what the rule says, and where. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly rule: string;
  readonly source: string;
}

/** Whether a unit may take part, and every reason against it, in code point order of the codes. */
export interface Eligibility<Code extends string = string> {
  readonly eligible: boolean;
  readonly reasons: readonly Reason<Code>[];
}

/** A rule held against a unit: whether it breaks it, and the reason that this would be. */
export interface Finding<Code extends string> extends Reason<Code> {
  readonly breaks: boolean;
}

/** What both solar carve-outs ask about. */
export interface CarveOutUnit {
  readonly parcelCapacityKw: Decimal;
  readonly inMassachusetts: boolean;
  readonly usesGenerationOnSite: boolean;
  readonly interconnected: boolean;
  readonly commercialOperationOn: LocalDate;
}

export type CarveOutReasonCode =
  | 'CAPACITY_ABOVE_6_MW'
  | 'NOT_INTERCONNECTED'
  | 'NOT_IN_MASSACHUSETTS'
  | 'NO_ON_SITE_USE';

/**
 * The rules that both solar carve-outs have: at most 6 MW per parcel, in Massachusetts, with use on site and a connection to the
 * grid.
 *
 * kW, day -> each rule, kept or not. Source: program/003 (SREC I), domain 6 (both).
 */
export function carveOutFindings(unit: CarveOutUnit, source: string): Finding<CarveOutReasonCode>[] {
  const limitKw = valueOn(parcelCapacityLimitKw, unit.commercialOperationOn);
  return [
    {
      breaks: unit.parcelCapacityKw.gt(limitKw),
      code: 'CAPACITY_ABOVE_6_MW',
      rule: `at most ${decimalText(limitKw)} kW DC per parcel of land`,
      source,
    },
    { breaks: !unit.interconnected, code: 'NOT_INTERCONNECTED', rule: 'interconnected to the utility grid', source },
    {
      breaks: !unit.inMassachusetts,
      code: 'NOT_IN_MASSACHUSETTS',
      rule: 'in Massachusetts, municipal light territories included',
      source,
    },
    { breaks: !unit.usesGenerationOnSite, code: 'NO_ON_SITE_USE', rule: 'some of its generation used on site', source },
  ];
}

/** All rules that are broken, in code point order of their codes. */
export function eligibilityOf<Code extends string>(findings: readonly Finding<Code>[]): Eligibility<Code> {
  const reasons = findings
    .filter(finding => finding.breaks)
    .map(({ code, rule, source }) => ({ code, rule, source }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return { eligible: reasons.length === 0, reasons };
}
