import type { Decimal } from './decimal.js';
import type { IssuanceCarry } from './issuance-carry.js';
import type { Month } from './month.js';
import type { IssuanceProcess } from './rules/issuance.js';

/** Eligible production of one system in one month, with the factor of its statement of qualification. */
export interface SystemProduction {
  readonly systemId: string;
  readonly factor: Decimal;
  readonly eligibleKwh: Decimal;
}

/** The arithmetic of one factor: opening carry + production = reported + closing carry + deferred, up to named rounding. */
export interface FactorStep {
  readonly factor: Decimal;
  readonly openingPtsCarryKwh: Decimal;
  readonly productionKwh: Decimal;
  readonly reportedMwh: Decimal;
  readonly eligibleMwh: Decimal;
  readonly closingPtsCarryKwh: Decimal;
  /** kWh that a month written anew hands on to the next issuance instead of carrying them; zero the first time. */
  readonly deferredKwh: Decimal;
}

/** The arithmetic of one system; reported and eligible are null where whole MWh are taken per factor. */
export interface SystemStep {
  readonly systemId: string;
  readonly factor: Decimal;
  readonly productionKwh: Decimal;
  readonly carriedInKwh: Decimal;
  readonly reportedMwh: Decimal | null;
  readonly eligibleMwh: Decimal | null;
}

/** What a process makes of a month's systems before certificates are counted; systems by id, factors ascending. */
export interface ReportedMonth {
  readonly systems: readonly SystemStep[];
  readonly factors: readonly FactorStep[];
}

/** Every step of an asset's month, from carry to carry. */
export interface MonthIssuance extends ReportedMonth {
  readonly month: Month;
  readonly process: IssuanceProcess;
  readonly opening: IssuanceCarry;
  readonly productionKwh: Decimal;
  readonly reportedMwh: Decimal;
  readonly eligibleMwh: Decimal;
  readonly retiredRemainderMwh: Decimal;
  /** Debits (below zero) and credits of earlier months that go in here. */
  readonly adjustmentMwh: Decimal;
  readonly minted: number;
  readonly closing: IssuanceCarry;
}

/** Ascending by factor, so that the order of systems never shows. */
export function byFactor(a: { readonly factor: Decimal }, b: { readonly factor: Decimal }): number {
  return a.factor.comparedTo(b.factor);
}
