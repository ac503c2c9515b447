import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import type { Confidence, DatedRow, DatedTable } from './dated-table.js';

export type FactorTier = 'T0' | 'T1_SMALL' | 'T1_LARGE' | 'T2' | 'T3';
export type MarketSector = 'A' | 'B' | 'C' | 'MG';
export type UnitSize = 'SMALL' | 'LARGE';
export type Extension = 'NONE' | 'GOOD_CAUSE' | 'CONSTRUCTION_HALF_SPENT';

/** A factor and the units it is for. A null factor: that there is one is known, the figure is not. */
export interface FactorRule {
  readonly tier: FactorTier;
  readonly size: UnitSize;
  readonly extensions: readonly Extension[];
  readonly sector: MarketSector;
  readonly factor: Decimal | null;
}

const sectors = ['A', 'B', 'C', 'MG'] as const;
const anyExtension = ['NONE', 'GOOD_CAUSE', 'CONSTRUCTION_HALF_SPENT'] as const;
const original = ['1', '0.9', '0.8', '0.7'] as const;

/** SREC II factors by tier and market sector, dated by the day that decides the tier. Source: domain 1.1 and 1.2. */
export const srecFactors: DatedTable<FactorRule> = {
  name: 'srec-ii-factors',
  description: 'SREC II factor by market sector; the date is that of interconnection or, above 25 kW, of completion.',
  unit: 'SREC per MWh',
  rows: [
    ...tier('T0', 'SMALL', anyExtension, null, '2017-01-07', ['1'], ['FOUND']),
    ...tier('T0', 'LARGE', anyExtension, null, '2017-01-08', original, ['FOUND', 'FOUND', 'FOUND', 'FOUND']),
    ...tier('T1_SMALL', 'SMALL', anyExtension, '2017-01-08', '2018-11-25', ['0.8'], ['FOUND']),
    ...tier(
      'T1_LARGE',
      'LARGE',
      ['CONSTRUCTION_HALF_SPENT'],
      '2017-01-09',
      '2017-05-08',
      ['0.8', '0.7', '0.65', '0.6'],
      ['DERIVED', 'INFERRED', 'INFERRED', 'INFERRED'],
    ),
    ...tier(
      'T2',
      'LARGE',
      ['GOOD_CAUSE'],
      '2017-01-09',
      '2018-03-31',
      ['0.7', '0.6', '0.55', '0.5'],
      ['FOUND', 'FOUND', 'FOUND', 'FOUND'],
    ),
    ...tier(
      'T3',
      'LARGE',
      ['GOOD_CAUSE'],
      '2018-04-01',
      '2018-11-25',
      [null, null, null, null],
      ['FOUND', 'FOUND', 'FOUND', 'FOUND'],
    ),
  ],
  text: rule => `${rule.tier} ${rule.sector}: ${rule.factor === null ? 'unknown' : decimalText(rule.factor)}`,
};

function tier(
  name: FactorTier,
  size: UnitSize,
  extensions: readonly Extension[],
  from: string | null,
  to: string,
  factors: readonly (string | null)[],
  confidences: readonly Confidence[],
): DatedRow<FactorRule>[] {
  return factors.map((factor, index) => ({
    from: from as LocalDate | null,
    to: to as LocalDate,
    value: {
      tier: name,
      size,
      extensions,
      sector: sectors[index] ?? 'MG',
      factor: factor === null ? null : new Decimal(factor),
    },
    source: 'domain 1.2',
    confidence: confidences[index] ?? 'INFERRED',
  }));
}
