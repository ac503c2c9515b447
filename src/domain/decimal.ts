import { Decimal as DecimalJs } from 'decimal.js';
import { Refusal } from './error.js';

/**
 * Exact decimal numbers: the one configured clone of decimal.js, and the only file that rounds or leaves the decimal world.
 *
 * Energy, factors and money are never binary floats. 60 significant digits hold every sum and product of values that
 * `parseDecimal` lets in; text is always plain digits, never an exponent.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalJs;

export const zero: Decimal = new Decimal(0);
export const one: Decimal = new Decimal(1);
const thousand = new Decimal(1000);
const thousandth = new Decimal('0.001');

/** Plain decimal text (`-?digits[.digits]`, at most 15 digits before and 12 after the point) -> Decimal; else BAD_USER_INPUT. */
export function parseDecimal(text: string): Decimal {
  if (!/^-?\d{1,15}(\.\d{1,12})?$/.test(text)) {
    throw new Refusal('BAD_USER_INPUT', `"${text}" is not a plain decimal number.`, {
      value: text,
      expected: '412.60',
    });
  }
  return new Decimal(text);
}

/** Decimal -> plain text without exponent and without trailing zeros. */
export function decimalText(value: Decimal): string {
  return value === zero ? '0' : value.toFixed();
}

/** kWh -> whole kWh, to the nearest, an exact half up (1,879.36 -> 1,879). Source: program/004; ties domain 7. */
export function wholeKwh(kwh: Decimal): Decimal {
  return kwh.toDecimalPlaces(0, DecimalJs.ROUND_HALF_UP);
}

/** kWh -> kWh in whole thousandths, to the nearest, an exact half up. Source: domain 6 as split by days (policy). */
export function nearestThousandthKwh(kwh: Decimal): Decimal {
  return kwh.toDecimalPlaces(3, DecimalJs.ROUND_HALF_UP);
}

/** kWh -> kWh in whole thousandths, the rest cut off. Source: domain 5.4 as spread over missed months (policy). */
export function cutThousandthKwh(kwh: Decimal): Decimal {
  return kwh.toDecimalPlaces(3, DecimalJs.ROUND_DOWN);
}

/** MWh -> whole MWh, downwards. Source: domain 4, "whole MWh, without rounding". */
export function wholeMwh(mwh: Decimal): Decimal {
  return mwh.toDecimalPlaces(0, DecimalJs.ROUND_DOWN);
}

/** MWh -> a count of whole certificates, downwards: the one crossing from energy to certificates. Source: program/003. */
export function wholeCertificates(mwh: Decimal): number {
  return countOf(mwh.toDecimalPlaces(0, DecimalJs.ROUND_DOWN));
}

/** MWh -> a count of whole certificates, upwards: what an obligation asks for. Source: domain 2.2. */
export function wholeObligation(mwh: Decimal): number {
  return countOf(mwh.toDecimalPlaces(0, DecimalJs.ROUND_UP));
}

/** Percent -> percent with four decimals, an exact half up. Source: domain 2.2. */
export function publishedPercent(percent: Decimal): Decimal {
  return percent.toDecimalPlaces(4, DecimalJs.ROUND_HALF_UP);
}

/** Percent -> text with its four decimals, as it is published: `1.6313`, `0.1630`. Source: domain 2.2. */
export function publishedPercentText(percent: Decimal): string {
  return percent.toFixed(4);
}

/** kWh -> MWh, exactly. */
export function kwhToMwh(kwh: Decimal): Decimal {
  return kwh.times(thousandth);
}

/** MWh -> kWh, exactly. */
export function mwhToKwh(mwh: Decimal): Decimal {
  return mwh.times(thousand);
}

/** A whole decimal -> integer; a RangeError when it is not whole or too large for an exact integer (a defect, not a refusal). */
function countOf(whole: Decimal): number {
  const count = whole.toNumber();
  if (!Number.isSafeInteger(count)) throw new RangeError(`${decimalText(whole)} is not an exact count.`);
  return count;
}
