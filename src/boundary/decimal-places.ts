import { type Decimal, decimalText } from '../domain/decimal.js';
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
