import { Decimal, decimalText, zero } from './decimal.js';
import { Refusal } from './error.js';

/** A meter taken out and another put in: what both showed, and the digits of the new register where they are declared. */
export interface MeterReplacement {
  readonly oldFinalKwh: Decimal;
  readonly newInitialKwh: Decimal;
  readonly newRegisterDigits?: number | null;
}

/** Two cumulative values of a system's meter, in order of time, with the replacements between them in order of time. */
export interface MeterInterval {
  readonly previousKwh: Decimal;
  readonly currentKwh: Decimal;
  /** Digits before the point of the meter that showed `previousKwh`; null when they are not declared. */
  readonly registerDigits: number | null;
  readonly replacements: readonly MeterReplacement[];
}

/**
 * Production is the difference of cumulative values: on each meter that was in service, the last value minus the first, added up.
 *
 * kWh -> kWh; METER_DECREASE when any meter fell and did not roll over. Source: domain 5.4.
 */
export function productionBetween(interval: MeterInterval): Decimal {
  if (interval.replacements.length === 0) {
    return differenceOnOneMeter(interval.previousKwh, interval.currentKwh, interval.registerDigits);
  }
  let startKwh = interval.previousKwh;
  let digits = interval.registerDigits;
  let productionKwh = zero;
  for (const replacement of interval.replacements) {
    productionKwh = productionKwh.plus(differenceOnOneMeter(startKwh, replacement.oldFinalKwh, digits));
    startKwh = replacement.newInitialKwh;
    digits = replacement.newRegisterDigits ?? null;
  }
  return productionKwh.plus(differenceOnOneMeter(startKwh, interval.currentKwh, digits));
}

/**
 * A register of d digits rolls over at 10^d: a fall from above 90 % to below 10 % of it (both strictly) is taken as one rollover,
 * any other fall is refused; so is one from a value that the register cannot show.
 */
function differenceOnOneMeter(startKwh: Decimal, endKwh: Decimal, digits: number | null): Decimal {
  if (endKwh.gte(startKwh)) return endKwh.minus(startKwh);
  if (digits !== null) {
    const capacityKwh = new Decimal(10).pow(digits);
    const rolledOver =
      startKwh.gt(capacityKwh.times('0.9')) && startKwh.lt(capacityKwh) && endKwh.lt(capacityKwh.times('0.1'));
    if (rolledOver) return endKwh.plus(capacityKwh).minus(startKwh);
  }
  throw new Refusal('METER_DECREASE', 'The cumulative meter value fell.', {
    fromKwh: decimalText(startKwh),
    toKwh: decimalText(endKwh),
    registerDigits: digits,
    expected: `at least ${decimalText(startKwh)} kWh`,
  });
}
