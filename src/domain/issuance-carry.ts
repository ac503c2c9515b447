import { type Decimal, decimalText, zero } from './decimal.js';

/** kWh of one factor that wait in the PTS until they make a whole MWh. */
export interface PtsCarry {
  readonly factor: Decimal;
  readonly kwh: Decimal;
}

/** What an asset and programme carries from month to month: kWh by factor in the PTS, MWh after the factor in the GIS. */
export interface IssuanceCarry {
  readonly ptsCarries: readonly PtsCarry[];
  readonly gisCarryMwh: Decimal;
}

/** What an asset starts with. */
export const emptyCarry: IssuanceCarry = { ptsCarries: [], gisCarryMwh: zero };

/** kWh carried in the PTS, all factors together. */
export function ptsCarryKwhOf(carry: IssuanceCarry): Decimal {
  return carry.ptsCarries.reduce((sum, pts) => sum.plus(pts.kwh), zero);
}

/** kWh carried by factor, keyed by the factor's text; carries of one factor are added, empty ones left out. */
export function carriesByFactor(carry: IssuanceCarry): Map<string, PtsCarry> {
  const byFactor = new Map<string, PtsCarry>();
  for (const { factor, kwh } of carry.ptsCarries) {
    if (kwh.isZero()) continue;
    const key = decimalText(factor);
    byFactor.set(key, { factor, kwh: kwh.plus(byFactor.get(key)?.kwh ?? zero) });
  }
  return byFactor;
}
