import { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { lastEligibleQuarterOf } from '../domain/opt-in-term.js';
import type { Quarter } from '../domain/quarter.js';
import { parcelCapacityLimitKw } from '../domain/rules/capacity-limit.js';
import { valueOn } from '../domain/rules/dated-table.js';

/** What today's rules would not have given; a decision that was taken stands all the same. */
export const qualificationFlags = ['CAPACITY_ABOVE_LIMIT', 'TERM_OTHER_THAN_RULE', 'OUTSIDE_MASSACHUSETTS'] as const;
export type QualificationFlag = (typeof qualificationFlags)[number];

/** The flags of a decision: capacity above the limit per parcel, a last quarter that the rule does not give, another state. */
export function flagsOfDecision(decision: {
  readonly capacityKw: string;
  readonly state: string;
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter;
}): QualificationFlag[] {
  const limitKw = valueOn(parcelCapacityLimitKw, decision.effectiveOn);
  const found: [boolean, QualificationFlag][] = [
    [limitKw.lt(new Decimal(decision.capacityKw)), 'CAPACITY_ABOVE_LIMIT'],
    [decision.lastEligibleQuarter !== lastEligibleQuarterOf(decision.effectiveOn), 'TERM_OTHER_THAN_RULE'],
    [decision.state !== 'MA', 'OUTSIDE_MASSACHUSETTS'],
  ];
  return found.filter(([applies]) => applies).map(([, flag]) => flag);
}
