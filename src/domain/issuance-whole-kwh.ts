import { type Decimal, decimalText, kwhToMwh, wholeKwh, zero } from './decimal.js';
import { carriesByFactor, type IssuanceCarry } from './issuance-carry.js';
import {
  byFactor,
  type FactorStep,
  type ReportedMonth,
  type SystemProduction,
  type SystemStep,
} from './issuance-step.js';

/** A system's step in this process: nothing is null. */
type ReportedSystem = SystemStep & { readonly reportedMwh: Decimal; readonly eligibleMwh: Decimal };

/**
 * Whole kWh (generation from 2017-10): each system's kWh are rounded to whole kWh, half up, and multiplied by its factor; no kWh stay.
 * What the process before left of a factor goes in once, before rounding: to that factor's system with the smallest id, or by itself
 * when none is left.
 *
 * kWh -> MWh. `systems` ascend by id. Source: program/004; domain 7, 8.4; the change of process is policy (domain 7).
 */
export function reportWholeKwh(opening: IssuanceCarry, systems: readonly SystemProduction[]): ReportedMonth {
  const carries = carriesByFactor(opening);
  const leftOver = new Map(carries);
  const factors = new Map<string, FactorStep>();
  const steps = systems.map(system => {
    const key = decimalText(system.factor);
    const carriedInKwh = leftOver.get(key)?.kwh ?? zero;
    leftOver.delete(key);
    const step = reportSystem(system, carriedInKwh);
    factors.set(key, addSystem(factors.get(key), step));
    return step;
  });
  for (const [key, { factor, kwh }] of leftOver) {
    factors.set(key, addSystem(undefined, reportSystem({ systemId: '', factor, eligibleKwh: zero }, kwh)));
  }
  return { systems: steps, factors: [...factors.values()].sort(byFactor) };
}

function reportSystem(system: SystemProduction, carriedInKwh: Decimal): ReportedSystem {
  const reportedMwh = kwhToMwh(
    wholeKwh(carriedInKwh === zero ? system.eligibleKwh : system.eligibleKwh.plus(carriedInKwh)),
  );
  return {
    systemId: system.systemId,
    factor: system.factor,
    productionKwh: system.eligibleKwh,
    carriedInKwh,
    reportedMwh,
    eligibleMwh: reportedMwh.times(system.factor),
  };
}

function addSystem(sum: FactorStep | undefined, step: ReportedSystem): FactorStep {
  if (sum === undefined) {
    const { factor, carriedInKwh, productionKwh, reportedMwh, eligibleMwh } = step;
    return {
      factor,
      openingPtsCarryKwh: carriedInKwh,
      productionKwh,
      reportedMwh,
      eligibleMwh,
      closingPtsCarryKwh: zero,
      deferredKwh: zero,
    };
  }
  return {
    factor: sum.factor,
    openingPtsCarryKwh: sum.openingPtsCarryKwh.plus(step.carriedInKwh),
    productionKwh: sum.productionKwh.plus(step.productionKwh),
    reportedMwh: sum.reportedMwh.plus(step.reportedMwh),
    eligibleMwh: sum.eligibleMwh.plus(step.eligibleMwh),
    closingPtsCarryKwh: zero,
    deferredKwh: zero,
  };
}
