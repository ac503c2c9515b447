import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** Largest capacity per parcel of land in SREC I and SREC II. Source: program/003; domain 6. */
export const parcelCapacityLimitKw: DatedTable<Decimal> = {
  name: 'parcel-capacity-limit',
  description: 'Largest PV capacity (DC) per parcel of land that may qualify for SREC I or SREC II.',
  unit: 'kW',
  rows: [{ from: null, to: null, value: new Decimal(6000), source: 'program/003; domain 6', confidence: 'PROGRAM' }],
  text: decimalText,
};

/** What else SREC I asks of a unit. */
export interface SrecIThresholds {
  readonly operatingFrom: LocalDate;
  readonly grantsFrom: LocalDate;
  readonly largestArraShare: Decimal;
}

/** Dates and shares that decide on SREC I. Source: program/003. */
export const srecIThresholds: DatedTable<SrecIThresholds> = {
  name: 'srec-i-thresholds',
  description: 'First day of commercial operation, first day of state grants that do not exclude, largest ARRA share.',
  unit: 'dates, share of cost',
  rows: [
    {
      from: null,
      to: null,
      value: {
        operatingFrom: '2008-01-01' as LocalDate,
        grantsFrom: '2010-01-01' as LocalDate,
        largestArraShare: new Decimal('0.67'),
      },
      source: 'program/003',
      confidence: 'PROGRAM',
    },
  ],
  text: limits =>
    `operation from ${limits.operatingFrom}, grants from ${limits.grantsFrom}, ` +
    `ARRA share up to ${decimalText(limits.largestArraShare)}`,
};
