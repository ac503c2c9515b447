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
/** Milliseconds of so many days: months that are asked about have few lengths. */
const msOfDays = new Map<number, Decimal>();
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
    ? capacityKw.minus(otherMetersKwh.times(hourMs).div(lengthOf(daysInMonth(month))))
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
  const photovoltaic = system.photovoltaic ?? true;
  if (!photovoltaic && system.estimatedAnnualKwh === null) return null;
  const annualKwh =
    system.estimatedAnnualKwh ?? system.capacityKw.times(hoursInYear).times(valueOn(capacityFactor, firstDayOf(first)));
  let share = zero;
  let days = 0;
  for (const month of months) {
    days += daysInMonth(month);
    if (photovoltaic) share = share.plus(valueOn(monthlyProfile, firstDayOf(month))[monthNumber(month) - 1] ?? zero);
  }
  if (!photovoltaic) share = new Decimal(days).div(365);
  return { kwh: annualKwh.times(share), ms: lengthOf(days) };
}

function lengthOf(days: number): Decimal {
  const ms = msOfDays.get(days) ?? new Decimal(days * dayMs);
  msOfDays.set(days, ms);
  return ms;
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
  const bounds = valueOn(plausibilityBounds, firstDayOf(first));
  const produced = kwh.times(expected.ms);
  const scaled = expected.kwh.times(elapsedMs);
  if (produced.gt(scaled.times(bounds.farAbove))) return ['FAR_ABOVE_EXPECTED'];
  if (produced.lt(scaled.times(bounds.farBelow))) return ['FAR_BELOW_EXPECTED'];
  return [];
}
