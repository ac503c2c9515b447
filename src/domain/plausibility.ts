import { cutThousandthKwh, Decimal, decimalText, zero } from './decimal.js';
import { Refusal } from './error.js';
import { daysInMonth, firstDayOf, type Month, monthNumber } from './month.js';
import { onceInARow } from './once-in-a-row.js';
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
const decimalMs = onceInARow((ms: number) => new Decimal(ms));
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
  if (productionKwh.times(hourMs).lte(leftKw.times(decimalMs(elapsedMs)))) return;
  const limitKwh = decimalText(cutThousandthKwh(Decimal.max(leftKw, zero).times(elapsedMs).div(hourMs)));
  throw new Refusal('ABOVE_NAMEPLATE', 'More than nameplate capacity allows in the time since the reading before.', {
    productionKwh: decimalText(productionKwh),
    capacityKw: decimalText(capacityKw),
    limitKwh,
    expected: `a production of at most ${limitKwh} kWh`,
  });
}

/**
 * The kWh that are expected of a system within months, for a stretch of time of any length: the months' expectation scaled to it.
 *
 * kW or kWh a year, months, milliseconds -> kWh; null when nothing is known to expect. Source: domain 5.4.
 */
export function expectedKwh(system: ExpectedFrom, months: readonly Month[], elapsedMs: number): Decimal | null {
  const first = months[0];
  const expected = expectedBy(system);
  if (first === undefined || expected === null) return null;
  const rules = rulesOf(first, months);
  const { kwh, ms } = rules[expected.by];
  return expected.size.times(kwh).times(elapsedMs).div(ms);
}

/** What a size is multiplied by for the kWh that are expected in months. */
type ExpectedBy = 'shareOfYear' | 'kwhPerKw' | 'shareByDays';

/** The size of a system, kWh a year or kW, and what of the rules makes months of it. */
function expectedBy({ photovoltaic, estimatedAnnualKwh, capacityKw }: ExpectedFrom) {
  if (!(photovoltaic ?? true)) return estimatedAnnualKwh && ({ size: estimatedAnnualKwh, by: 'shareByDays' } as const);
  if (estimatedAnnualKwh) return { size: estimatedAnnualKwh, by: 'shareOfYear' } as const;
  return { size: capacityKw, by: 'kwhPerKw' } as const;
}

/** What the rules say of months, for whatever system. */
interface RulesOfMonths {
  readonly ms: Decimal;
  /** Of a year's kWh by the monthly profile. */
  readonly shareOfYear: ExpectedWithin;
  /** kWh of a kW by the capacity factor and the monthly profile. */
  readonly kwhPerKw: ExpectedWithin;
  /** Of a year's kWh, by days alone. */
  readonly shareByDays: ExpectedWithin;
  readonly bounds: Bounds;
}

/** The kWh that are expected of a size of one in a stretch of time. */
interface ExpectedWithin {
  readonly kwh: Decimal;
  readonly ms: Decimal;
}

/** All of a year in 365 days: the days' part of it would be a fraction without end, and comparisons with its multiples not exact. */
const byDaysAlone: ExpectedWithin = { kwh: new Decimal(1), ms: new Decimal(365 * dayMs) };

interface Bounds {
  readonly farAbove: Decimal;
  readonly farBelow: Decimal;
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
  const ms = new Decimal(days * dayMs);
  const rules = {
    ms,
    shareOfYear: { kwh: shareOfYear, ms },
    kwhPerKw: { kwh: valueOn(capacityFactor, day).times(hoursInYear).times(shareOfYear), ms },
    shareByDays: byDaysAlone,
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
): readonly PlausibilityFlag[] {
  const flags = productionKwh.isZero() ? zeroProduction : farFromExpected(productionKwh, system, elapsedMs, months);
  return months.length > 1 ? [...flags, 'ESTIMATED_GAP'] : flags;
}

// Thousands of readings have the same flags: one list of each is enough.
const none: readonly PlausibilityFlag[] = [];
const zeroProduction: readonly PlausibilityFlag[] = ['ZERO_PRODUCTION'];
const farAboveExpected: readonly PlausibilityFlag[] = ['FAR_ABOVE_EXPECTED'];
const farBelowExpected: readonly PlausibilityFlag[] = ['FAR_BELOW_EXPECTED'];

function farFromExpected(
  kwh: Decimal,
  system: ExpectedFrom,
  elapsedMs: number,
  months: readonly Month[],
): readonly PlausibilityFlag[] {
  const first = months[0];
  const expected = expectedBy(system);
  if (expected === null || first === undefined) return none;
  const rules = rulesOf(first, months);
  const { farAbove, farBelow } = boundsOf(rules, expected.by, elapsedMs);
  const produced = kwh.times(rules[expected.by].ms);
  if (produced.gt(expected.size.times(farAbove))) return farAboveExpected;
  if (produced.lt(expected.size.times(farBelow))) return farBelowExpected;
  return none;
}

/** The bounds that were worked out last are tried first: the readings of a call cover the same months, and mostly the same time. */
let lastBounds:
  | ({ readonly rules: RulesOfMonths; readonly by: ExpectedBy; readonly elapsedMs: number } & Bounds)
  | null = null;

/**
 * What production times the length of `ExpectedWithin` may be at most and at least, for a size of one. Multiplied by that length, so that nothing
 * is divided and comparisons are exact.
 */
function boundsOf(rules: RulesOfMonths, by: ExpectedBy, elapsedMs: number): Bounds {
  if (lastBounds?.rules === rules && lastBounds.by === by && lastBounds.elapsedMs === elapsedMs) return lastBounds;
  const expected = rules[by].kwh.times(elapsedMs);
  const { farAbove, farBelow } = rules.bounds;
  lastBounds = { rules, by, elapsedMs, farAbove: expected.times(farAbove), farBelow: expected.times(farBelow) };
  return lastBounds;
}
