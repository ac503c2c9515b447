import { flagsOfDecision, type QualificationFlag } from '../qualification/qualification-flags.js';
import type { QualifiedUnit } from './qualified-unit.js';

/** What today's rules would not have given a unit of DOER's list, all of which stand in Massachusetts. DOER's decision stands. */
export function unitFlags({ capacityKw, effectiveOn, lastEligibleQuarter }: QualifiedUnit): QualificationFlag[] {
  return flagsOfDecision({ capacityKw, state: 'MA', effectiveOn, lastEligibleQuarter });
}
