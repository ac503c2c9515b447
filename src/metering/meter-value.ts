import { Decimal } from '../domain/decimal.js';

/** No meter shows so many kWh. */
const noValueKwh = new Decimal('1e12');

/** What a meter value is, in words. */
export const meterValueExpected = '0 or more, below 10^12, with at most three decimals';

/** Whether a meter can show so many kWh. */
export function isMeterValue(kwh: Decimal): boolean {
  return !kwh.isNegative() && kwh.decimalPlaces() <= 3 && kwh.lt(noValueKwh);
}
