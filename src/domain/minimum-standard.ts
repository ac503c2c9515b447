import { type Decimal, publishedPercent, wholeObligation, zero } from './decimal.js';

/**
 * The Minimum Standard: the obligation in percent of the total retail load obligation of two years before, four decimals, half up.
 *
 * MWh, MWh -> percent; load above 0. Source: program/002; domain 2.2.
 */
export function minimumStandardPercent(obligationMwh: Decimal, loadMwh: Decimal): Decimal {
  return publishedPercent(obligationMwh.times(100).div(loadMwh));
}

/** Load whose contracts are of one age, with the Minimum Standard that goes for them. */
export interface LoadCohort {
  readonly salesMwh: Decimal;
  readonly minimumStandardPercent: Decimal;
}

/**
 * A supplier's obligation: each cohort's sales times its percentage, added up, and rounded up once to whole certificates.
 *
 * MWh, percent -> MWh and certificates. Source: domain 2.2.
 */
export function supplierObligation(cohorts: readonly LoadCohort[]): {
  readonly exactMwh: Decimal;
  readonly obligation: number;
} {
  const exactMwh = cohorts
    .reduce((sum, cohort) => sum.plus(cohort.salesMwh.times(cohort.minimumStandardPercent)), zero)
    .div(100);
  return { exactMwh, obligation: wholeObligation(exactMwh) };
}
