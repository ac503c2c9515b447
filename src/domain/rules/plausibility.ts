import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** Multiples of the expected production beyond which a reading is flagged. */
export interface PlausibilityBounds {
  readonly farAbove: Decimal;
  readonly farBelow: Decimal;
}

/** When a reading is out of bounds. Source: domain 5.4, thresholds unpublished. */
export const plausibilityBounds: DatedTable<PlausibilityBounds> = {
  name: 'plausibility-bounds',
  description: 'A production above or below these multiples of what is expected is flagged, never refused.',
  unit: 'multiple of expected kWh',
  rows: [
    {
      from: null,
      to: null,
      value: { farAbove: new Decimal('1.75'), farBelow: new Decimal('0.25') },
      source: 'domain 5.4',
      confidence: 'POLICY',
    },
  ],
  text: bounds => `above ${decimalText(bounds.farAbove)} or below ${decimalText(bounds.farBelow)}`,
};

/** Annual PV capacity factor of the region. Source: domain 2.3 and 5.4. */
export const capacityFactor: DatedTable<Decimal> = {
  name: 'capacity-factor',
  description: 'Share of nameplate kW x 8,760 h that a PV system of the region is expected to produce in a year.',
  unit: 'share',
  rows: [
    {
      from: null,
      to: '2016-12-31' as LocalDate,
      value: new Decimal('0.1371'),
      source: 'domain 2.3: mean of the PTS over 2010 to 2016',
      confidence: 'FOUND',
    },
    {
      from: '2017-01-01' as LocalDate,
      to: null,
      value: new Decimal('0.1302'),
      source: 'domain 2.3: used by DOER',
      confidence: 'FOUND',
    },
  ],
  text: decimalText,
};

/** Shares of a year's PV production by month, January first; they add up to 1. Source: domain 5.4, typical figures. */
export const monthlyProfile: DatedTable<readonly Decimal[]> = {
  name: 'monthly-production-profile',
  description: 'Expected share of a year of PV production in each month, January first.',
  unit: 'share',
  rows: [
    {
      from: null,
      to: null,
      value: '0.055 0.064 0.087 0.096 0.109 0.110 0.114 0.105 0.088 0.070 0.054 0.048'
        .split(' ')
        .map(share => new Decimal(share)),
      source: 'domain 5.4: a New England profile, typical figures',
      confidence: 'MEMORY',
    },
  ],
  text: shares => shares.map(decimalText).join(' '),
};
