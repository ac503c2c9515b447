import { decimalText, kwhToMwh, mwhToKwh, wholeMwh, zero } from './decimal.js';
import { carriesByFactor, type IssuanceCarry } from './issuance-carry.js';
import { byFactor, type FactorStep, type ReportedMonth, type SystemProduction } from './issuance-step.js';

/**
 * Whole MWh (generation up to 2017-09): kWh of the systems that share a factor are added to that factor's kWh carry, whole MWh are
 * reported, the rest stays as kWh.
 *
 * A month that is written anew closes with the carry that it closed with before, since the months after it opened with that; what
 * this leaves is deferred (`closing`).
 *
 * kWh -> MWh. Source: program/004; domain 4 and 7.
 */
export function reportWholeMwh(
  opening: IssuanceCarry,
  systems: readonly SystemProduction[],
  closing: IssuanceCarry | null = null,
): ReportedMonth {
  const sums = new Map<string, Pick<FactorStep, 'factor' | 'openingPtsCarryKwh' | 'productionKwh'>>();
  for (const [key, { factor, kwh }] of carriesByFactor(opening)) {
    sums.set(key, { factor, openingPtsCarryKwh: kwh, productionKwh: zero });
  }
  for (const { factor, eligibleKwh } of systems) {
    const key = decimalText(factor);
    const sum = sums.get(key) ?? { factor, openingPtsCarryKwh: zero, productionKwh: zero };
    sums.set(key, { ...sum, productionKwh: sum.productionKwh.plus(eligibleKwh) });
  }
  for (const [key, { factor }] of closing === null ? [] : carriesByFactor(closing)) {
    if (!sums.has(key)) sums.set(key, { factor, openingPtsCarryKwh: zero, productionKwh: zero });
  }
  return {
    systems: systems.map(({ systemId, factor, eligibleKwh }) => ({
      systemId,
      factor,
      productionKwh: eligibleKwh,
      carriedInKwh: zero,
      reportedMwh: null,
      eligibleMwh: null,
    })),
    factors: [...sums.values()]
      .map(sum => (closing === null ? reportFactor(sum) : reportFactorAgain(sum, closing)))
      .sort(byFactor),
  };
}

function reportFactor(sum: Pick<FactorStep, 'factor' | 'openingPtsCarryKwh' | 'productionKwh'>): FactorStep {
  const availableKwh = sum.openingPtsCarryKwh.plus(sum.productionKwh);
  const reportedMwh = wholeMwh(kwhToMwh(availableKwh));
  return {
    ...sum,
    reportedMwh,
    eligibleMwh: reportedMwh.times(sum.factor),
    closingPtsCarryKwh: availableKwh.minus(mwhToKwh(reportedMwh)),
    deferredKwh: zero,
  };
}

function reportFactorAgain(
  sum: Pick<FactorStep, 'factor' | 'openingPtsCarryKwh' | 'productionKwh'>,
  closing: IssuanceCarry,
): FactorStep {
  const closingPtsCarryKwh = carriesByFactor(closing).get(decimalText(sum.factor))?.kwh ?? zero;
  const availableKwh = sum.openingPtsCarryKwh.plus(sum.productionKwh).minus(closingPtsCarryKwh);
  const reportedMwh = availableKwh.isNegative() ? zero : wholeMwh(kwhToMwh(availableKwh));
  return {
    ...sum,
    reportedMwh,
    eligibleMwh: reportedMwh.times(sum.factor),
    closingPtsCarryKwh,
    deferredKwh: availableKwh.minus(mwhToKwh(reportedMwh)),
  };
}
