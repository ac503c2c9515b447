import { one } from './decimal.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';

/** RPS Class I issues one REC for each MWh, whatever the technology. Source: program/000. */
export const classIFactor = { factor: one, source: 'program/000: one REC for each MWh' } as const;

/**
 * Eligibility for RPS Class I: the sources name no condition on a unit (any technology; one REC for each MWh), so there is never a
 * reason against one here, and the regulator's decision is what qualifies it. Source: program/000.
 */
export function classIEligibility(): Eligibility<never> {
  return eligibilityOf<never>([]);
}
