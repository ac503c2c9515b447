import { cutThousandthKwh, Decimal, decimalText, zero } from './decimal.js';
import { Refusal } from './error.js';
import { daysInMonth, firstDayOf, type Month, monthNumber } from './month.js';
import { valueOn } from './rules/dated-table.js';
import { capacityFactor, monthlyProfile, plausibilityBounds } from './rules/plausibility.js';

/** Reasons to look at a reading again. They are stored and shown, they never block. */
export type PlausibilityFlag = 'ZERO_PRODUCTION' | 'FAR_ABOVE_EXPECTED' | 'FAR_BELOW_EXPECTED' | 'ESTIMATED_GAP';

/** What is known of a system that leads to an expectation. */
export interface ExpectedFrom {
  readonly capacityKw: Decimal;
  readonly estimatedAnnualKwh: Decimal | null;
  /** Only PV follows the monthly profile and the capacity factor; default true. */
  readonly photovoltaic?: boolean;
}

const hourMs = new Decimal(3_600_000);
const dayMs = 86_400_000;
const hoursInYear = 8760;

/** What the nameplate of a system leaves to one of its meters. */
export interface NameplateFacts {
  readonly capacityKw: Decimal;
  /** What the other meters of the system report for the same month: taken as even over it; default none. */
  readonly otherMetersKwh?: Decimal;
}

/**
 * Nameplate: between two instants a system, all its meters together, cannot produce more than its nameplate capacity times the hours.
 *
 * kWh, kW, milliseconds; else ABOVE_NAMEPLATE. Source: domain 5.4.
 */
export function checkNameplate(productionKwh: Decimal, facts: NameplateFacts, month: Month, elapsedMs: number): void {
  const { capacityKw, otherMetersKwh } = facts;
  const leftKw = otherMetersKwh
    ? capacityKw.minus(otherMetersKwh.times(hourMs).div(rulesOf(month, [month]).ms))
    : capacityKw;
  if (productionKwh.times(hourMs).lte(leftKw.times(elapsedMs))) return;
  const limitKwh = decimalText(cutThousandthKwh(Decimal.max(leftKw, zero).times(elapsedMs).div(hourMs)));
  throw new Refusal('ABOVE_NAMEPLATE', 'More than nameplate capacity allows in the time since the reading before.', {
    productionKwh: decimalText(productionKwh),
    capacityKw: decimalText(capacityKw),
    limitKwh,
    expected: `a production of at most ${limitKwh} kWh`,
  });
}

/** What is expected of a system within months, before it is scaled to a stretch of time. */
interface Expectation {
  /** kWh of the months. */
  readonly kwh: Decimal;
  /** How long the months are. */
  readonly ms: Decimal;
}

/**
 * The kWh that are expected of a system within months, for a stretch of time of any length: the months' expectation scaled to it.
 *
 * kW or kWh a year, months, milliseconds -> kWh; null when nothing is known to expect. Source: domain 5.4.
 */
export function expectedKwh(system: ExpectedFrom, months: readonly Month[], elapsedMs: number): Decimal | null {
  const expected = expectation(system, months);
  return expected === null ? null : expected.kwh.times(elapsedMs).div(expected.ms);
}

function expectation(system: ExpectedFrom, months: readonly Month[]): Expectation | null {
  const first = months[0];
  if (first === undefined) return null;
  const { ms, shareOfYear, kwhPerKw, shareByDays } = rulesOf(first, months);
  if (!(system.photovoltaic ?? true)) {
    return system.estimatedAnnualKwh && { kwh: system.estimatedAnnualKwh.times(shareByDays), ms };
  }
  const { estimatedAnnualKwh, capacityKw } = system;
  return { kwh: estimatedAnnualKwh ? estimatedAnnualKwh.times(shareOfYear) : capacityKw.times(kwhPerKw), ms };
}

/** What the rules say of months, for whatever system. */
interface RulesOfMonths {
  readonly ms: Decimal;
  /** Of a year's kWh by the monthly profile. */
  readonly shareOfYear: Decimal;
  /** kWh of a kW by the capacity factor and the monthly profile. */
  readonly kwhPerKw: Decimal;
  /** Of a year's kWh, by days alone. */
  readonly shareByDays: Decimal;
  readonly bounds: { readonly farAbove: Decimal; readonly farBelow: Decimal };
}

/** Worked out once: thousands of readings are of a few months. */
const knownRules = new Map<string, RulesOfMonths>();

function rulesOf(first: Month, months: readonly Month[]): RulesOfMonths {
  const key = months.length === 1 ? first : months.join(' ');
  const known = knownRules.get(key);
  if (known) return known;
  const day = firstDayOf(first);
  let shareOfYear = zero;
  let days = 0;
  for (const month of months) {
    days += daysInMonth(month);
    shareOfYear = shareOfYear.plus(valueOn(monthlyProfile, firstDayOf(month))[monthNumber(month) - 1] ?? zero);
  }
  const rules = {
    ms: new Decimal(days * dayMs),
    shareOfYear,
    kwhPerKw: valueOn(capacityFactor, day).times(hoursInYear).times(shareOfYear),
    shareByDays: new Decimal(days).div(365),
    bounds: valueOn(plausibilityBounds, day),
  };
  knownRules.set(key, rules);
  return rules;
}

/**
 * Plausibility: no production, or far from what size and months lead to expect.
 *
 * kWh, months covered, milliseconds -> flags. Source: domain 5.4, thresholds are policy.
 */
export function plausibilityFlags(
  productionKwh: Decimal,
  system: ExpectedFrom,
  months: readonly Month[],
  elapsedMs: number,
): PlausibilityFlag[] {
  const flags: PlausibilityFlag[] = [];
  if (productionKwh.isZero()) flags.push('ZERO_PRODUCTION');
  else flags.push(...farFromExpected(productionKwh, expectation(system, months), elapsedMs, months));
  if (months.length > 1) flags.push('ESTIMATED_GAP');
  return flags;
}

/** Both sides are multiplied by the length of the months, so nothing is divided and the comparison is exact. */
function farFromExpected(
  kwh: Decimal,
  expected: Expectation | null,
  elapsedMs: number,
  months: readonly Month[],
): PlausibilityFlag[] {
  const first = months[0];
  if (expected === null || first === undefined) return [];
  const { bounds } = rulesOf(first, months);
  const produced = kwh.times(expected.ms);
  const scaled = expected.kwh.times(elapsedMs);
  if (produced.gt(scaled.times(bounds.farAbove))) return ['FAR_ABOVE_EXPECTED'];
  if (produced.lt(scaled.times(bounds.farBelow))) return ['FAR_BELOW_EXPECTED'];
  return [];
}
