import { Decimal, decimalText, kwhToMwh, wholeCertificates, zero } from '../domain/decimal.js';
import { eligibleKwhInTerm, type Term } from '../domain/eligible-production.js';
import { daysInMonth, type Month } from '../domain/month.js';
import { expectedKwh } from '../domain/plausibility.js';
import type { SystemRow } from '../system/system.entity.js';

const dayMs = 86_400_000;

/** What an expectation rests on. */
export const expectationBases = ['ANNUAL_ESTIMATE', 'CAPACITY_FACTOR'] as const;
export type ExpectationBasis = (typeof expectationBases)[number];

/** What a month is expected to give that is not reported yet. */
export interface Expectation {
  readonly basis: ExpectationBasis;
  readonly kwh: Decimal;
}

/**
 * The kWh that a system is expected to produce in a month beyond what some of its meters have reported: by its own annual estimate, or by
 * its nameplate capacity and the region's capacity factor. Null where nothing is known to expect (no PV, and no estimate).
 */
export function expectationOf(system: SystemRow, month: Month, reportedKwh: Decimal): Expectation | null {
  const estimatedAnnualKwh = system.estimatedAnnualKwh ?? null;
  const kwh = expectedKwh(
    {
      capacityKw: new Decimal(system.capacityKw),
      estimatedAnnualKwh: estimatedAnnualKwh === null ? null : new Decimal(estimatedAnnualKwh),
      photovoltaic: system.technology === 'SOLAR_PV',
    },
    [month],
    daysInMonth(month) * dayMs,
  );
  if (!kwh) return null;
  const basis = estimatedAnnualKwh === null ? 'CAPACITY_FACTOR' : 'ANNUAL_ESTIMATE';
  return { basis, kwh: Decimal.max(kwh.minus(reportedKwh), zero) };
}

/** Whole certificates and the fraction of the next one (MWh times factor) that expected production would give under a statement. */
export function certificatesOf(kwh: Decimal, month: Month, term: Term, factor: Decimal) {
  const mwh = kwhToMwh(eligibleKwhInTerm(month, kwh, term)).times(factor);
  const certificates = wholeCertificates(mwh);
  return { certificates, fraction: decimalText(mwh.minus(certificates).toDecimalPlaces(6, Decimal.ROUND_DOWN)) };
}
