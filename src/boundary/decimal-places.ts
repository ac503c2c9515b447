import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';

/** Refuses digits that the record would not keep, rather than rounding them away: BAD_USER_INPUT. */
export function decimalPlacesAtMost(places: number, field: string, value: Decimal): void {
  if (value.decimalPlaces() > places) {
    throw new Refusal('BAD_USER_INPUT', `\`${field}\` takes at most ${places} decimals.`, {
      field,
      value: decimalText(value),
      maximumDecimals: places,
    });
  }
}

/** Refuses a value below zero or with more than so many digits before the point, for which the record has no room. */
export function wholeDigitsAtMost(digits: number, field: string, value: Decimal): void {
  const limit = new Decimal(10).pow(digits);
  if (value.lessThan(0) || value.greaterThanOrEqualTo(limit)) {
    throw new Refusal('BAD_USER_INPUT', `\`${field}\` is at least 0 and below ${decimalText(limit)}.`, {
      field,
      value: decimalText(value),
      below: decimalText(limit),
    });
  }
}
