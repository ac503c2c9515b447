import { Decimal, decimalText } from '../domain/decimal.js';
import type { IssuanceFactorRow, IssuanceRow } from './issuance.entity.js';

/**
 * The arithmetic of an issuance in sentences, from kWh to certificates: what an auditor would write beside the figures. It
 * only says what is stored; nothing is computed anew.
 */
export function explain(issuance: IssuanceRow, factors: readonly IssuanceFactorRow[]): string[] {
  const text = (value: string) => decimalText(new Decimal(value));
  const reported = factors.map(step => {
    const carriedIn = new Decimal(step.openingPtsCarryKwh).isZero()
      ? ''
      : ` + ${text(step.openingPtsCarryKwh)} kWh carried in`;
    const carriedOn = issuance.process === 'WHOLE_MWH' ? `, ${text(step.closingPtsCarryKwh)} kWh carried on` : '';
    const rounding = issuance.process === 'WHOLE_MWH' ? 'whole MWh taken' : 'each system to the nearest whole kWh';
    return (
      `${text(step.productionKwh)} kWh${carriedIn}: ${text(step.reportedMwh)} MWh reported (${rounding})${carriedOn}; ` +
      `x factor ${text(step.srecFactor)} = ${text(step.eligibleMwh)} MWh eligible`
    );
  });
  return [
    ...reported,
    `${text(issuance.reportedMwh)} MWh reported - ${text(issuance.eligibleMwh)} MWh eligible = ${text(issuance.retiredRemainderMwh)} MWh retired on behalf of the generator`,
    `${text(issuance.openingGisCarryMwh)} carried in + ${text(issuance.eligibleMwh)} eligible = ${issuance.minted} minted + ${text(issuance.closingGisCarryMwh)} carried on`,
  ];
}
