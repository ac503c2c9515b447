import { Decimal, decimalText } from '../domain/decimal.js';
import type { IssuanceFactorRow, IssuanceRow } from './issuance.entity.js';
import type { AdjustmentRecord } from './list-corrections.js';

/** What corrections have to do with an issuance. */
export interface CorrectionsOf {
  /** Adjustments of earlier months that went into it. */
  readonly applied: readonly AdjustmentRecord[];
  /** Adjustments that were made to its month since. */
  readonly made: readonly AdjustmentRecord[];
  readonly standing: boolean;
}

/**
 * The arithmetic of an issuance in sentences, from kWh to certificates: what an auditor would write beside the figures. It
 * only says what is stored; nothing is computed anew.
 */
export function explain(
  issuance: IssuanceRow,
  factors: readonly IssuanceFactorRow[],
  corrections: CorrectionsOf,
): string[] {
  const reported = factors.map(step => {
    const carriedIn = isZero(step.openingPtsCarryKwh) ? '' : ` + ${text(step.openingPtsCarryKwh)} kWh carried in`;
    const carriedOn = issuance.process === 'WHOLE_MWH' ? `, ${text(step.closingPtsCarryKwh)} kWh carried on` : '';
    const deferred = isZero(step.deferredKwh) ? '' : `, ${text(step.deferredKwh)} kWh deferred to the next issuance`;
    const rounding = issuance.process === 'WHOLE_MWH' ? 'whole MWh taken' : 'each system to the nearest whole kWh';
    return (
      `${text(step.productionKwh)} kWh${carriedIn}: ${text(step.reportedMwh)} MWh reported (${rounding})${carriedOn}${deferred}; ` +
      `x factor ${text(step.srecFactor)} = ${text(step.eligibleMwh)} MWh eligible`
    );
  });
  const adjusted = isZero(issuance.adjustmentMwh) ? '' : ` + ${text(issuance.adjustmentMwh)} adjustments`;
  return [
    ...(issuance.revision > 1 ? [`Revision ${issuance.revision}: issued anew after a correction.`] : []),
    ...reported,
    `${text(issuance.reportedMwh)} MWh reported - ${text(issuance.eligibleMwh)} MWh eligible = ${text(issuance.retiredRemainderMwh)} MWh retired on behalf of the generator`,
    ...corrections.applied.map(
      each => `${text(each.eligibleMwh)} MWh adjustment for ${each.month} went in: ${each.reason}`,
    ),
    `${text(issuance.openingGisCarryMwh)} carried in + ${text(issuance.eligibleMwh)} eligible${adjusted} = ${issuance.minted} minted + ${text(issuance.closingGisCarryMwh)} carried on`,
    ...corrections.made.map(
      each =>
        `${text(each.eligibleMwh)} MWh adjustment to this month, ${each.appliedIn ? `in the issuance of ${each.appliedIn}` : 'in the next issuance'}: ${each.reason}`,
    ),
    ...(corrections.standing ? [] : ['Rolled back: the next revision of this month takes its place.']),
  ];
}

function text(value: string): string {
  return decimalText(new Decimal(value));
}

function isZero(value: string): boolean {
  return new Decimal(value).isZero();
}
