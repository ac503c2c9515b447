import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** The sizes and shares that sort units into market sectors. */
export interface SectorLimits {
  readonly smallUpToKw: Decimal;
  readonly groundMountedUpToKw: Decimal;
  readonly onSiteFromShare: Decimal;
}

/** Limits of the SREC II market sectors, in force since 2014-04-25. Source: domain 1.1. */
export const sectorLimits: DatedTable<SectorLimits> = {
  name: 'srec-ii-sector-limits',
  description: 'Small units, ground-mounted units of sector C, and the share used on site that makes sector B.',
  unit: 'kW DC, kW DC, share of annual output',
  rows: [
    {
      from: '2014-04-25' as LocalDate,
      to: null,
      value: {
        smallUpToKw: new Decimal(25),
        groundMountedUpToKw: new Decimal(650),
        onSiteFromShare: new Decimal('0.67'),
      },
      source: 'domain 1.1',
      confidence: 'FOUND',
    },
  ],
  text: limits =>
    `small up to ${decimalText(limits.smallUpToKw)}, ground-mounted up to ${decimalText(limits.groundMountedUpToKw)}, ` +
    `on site from ${decimalText(limits.onSiteFromShare)}`,
};
