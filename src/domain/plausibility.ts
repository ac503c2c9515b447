import { cutThousandthKwh, Decimal, decimalText, one, zero } from './decimal.js';
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
  const expected = expectation(system, months);
  if (expected === null) return null;
  const { size, within } = expected;
  return size.times(within.kwh).times(elapsedMs).div(within.ms);
}

/** The size of a system, kWh a year or kW, and what is expected of a size of one. */
interface Expectation {
  readonly size: Decimal;
  readonly within: ExpectedWithin;
}

function expectation(system: ExpectedFrom, months: readonly Month[]): Expectation | null {
  const first = months[0];
  if (first === undefined) return null;
  const { shareOfYear, kwhPerKw, shareByDays } = rulesOf(first, months);
  const { photovoltaic, estimatedAnnualKwh, capacityKw } = system;
  if (!(photovoltaic ?? true)) return estimatedAnnualKwh && { size: estimatedAnnualKwh, within: shareByDays };
  if (estimatedAnnualKwh) return { size: estimatedAnnualKwh, within: shareOfYear };
  return { size: capacityKw, within: kwhPerKw };
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
}

/** The kWh that are expected of a size of one in a stretch of time. */
interface ExpectedWithin {
  readonly kwh: Decimal;
  readonly ms: Decimal;
  /**
   * In: the milliseconds in which something was produced. Out: what production times `ms` may be at most and at least, for a size of one.
   * Multiplied by that length, so that nothing is divided and comparisons are exact. The readings of a call mostly cover the same time.
   */
  readonly bounds: (elapsedMs: number) => { readonly farAbove: Decimal; readonly farBelow: Decimal };
}

/** All of a year in 365 days: the days' part of it would be a fraction without end, and comparisons with its multiples not exact. */
const yearMs = new Decimal(365 * dayMs);

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
  const { farAbove, farBelow } = valueOn(plausibilityBounds, day);
  const within = (kwh: Decimal, ofMs: Decimal): ExpectedWithin => ({
    kwh,
    ms: ofMs,
    bounds: onceInARow(elapsedMs => {
      const expected = kwh.times(elapsedMs);
      return { farAbove: expected.times(farAbove), farBelow: expected.times(farBelow) };
    }),
  });
  const rules = {
    ms,
    shareOfYear: within(shareOfYear, ms),
    kwhPerKw: within(valueOn(capacityFactor, day).times(hoursInYear).times(shareOfYear), ms),
    shareByDays: within(one, yearMs),
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
  const expected = expectation(system, months);
  if (expected === null) return none;
  const { size, within } = expected;
  const { farAbove, farBelow } = within.bounds(elapsedMs);
  const produced = kwh.times(within.ms);
  if (produced.gt(size.times(farAbove))) return farAboveExpected;
  if (produced.lt(size.times(farBelow))) return farBelowExpected;
  return none;
}
