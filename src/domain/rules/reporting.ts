import { Decimal, decimalText } from '../decimal.js';
import type { DatedTable } from './dated-table.js';

/** Days at the end of a month and at the beginning of the next that make up its reporting window. */
export interface WindowDays {
  readonly lastDays: number;
  readonly firstDays: number;
}

/** How long the window is. Source: program/001; domain 5.3. */
export const reportingWindowDays: DatedTable<WindowDays> = {
  name: 'reporting-window-days',
  description:
    'Last days of the month and first days of the next in which a reading of the month is made and submitted.',
  unit: 'days',
  rows: [
    {
      from: null,
      to: null,
      value: { lastDays: 5, firstDays: 5 },
      source: 'program/001; domain 5.3',
      confidence: 'PROGRAM',
    },
  ],
  text: days => `last ${days.lastDays} and first ${days.firstDays}`,
};

/** Largest nameplate capacity that may report by hand. Source: program/001; domain 5.4. */
export const manualReportingLimitKw: DatedTable<Decimal> = {
  name: 'manual-reporting-limit',
  description: 'Nameplate capacity (DC at STC for PV, AC otherwise) up to which a system may report by hand.',
  unit: 'kW',
  rows: [
    { from: null, to: null, value: new Decimal(10), source: 'program/001', confidence: 'PROGRAM' },
    {
      from: null,
      to: null,
      value: new Decimal(25),
      source: 'domain 5.4: raised to 25 kW at a date that was not found',
      confidence: 'INFERRED',
    },
  ],
  text: decimalText,
};

export type MissedMonthPolicy = 'ESTIMATE' | 'FORFEIT';

/** What becomes of months without a reading. Source: domain 5.4 and 8.16, sources conflict. */
export const missedMonthPolicy: DatedTable<MissedMonthPolicy> = {
  name: 'missed-month-policy',
  description: 'ESTIMATE: missed months get their share by days. FORFEIT: the share is marked and never eligible.',
  unit: 'policy',
  rows: [{ from: null, to: null, value: 'ESTIMATE', source: 'domain 5.4; domain 8.16', confidence: 'POLICY' }],
  text: policy => policy,
};
