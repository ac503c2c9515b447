import type { DatedTable } from './dated-table.js';

/** Length of the opt-in term by effective date. Source: program/002; domain 6. */
export const optInTermQuarters: DatedTable<number> = {
  name: 'opt-in-term',
  description: 'Calendar quarters of an opt-in term, that of the effective date included.',
  unit: 'quarters',
  rows: [{ from: null, to: null, value: 40, source: 'program/002; domain 6', confidence: 'PROGRAM' }],
  text: String,
};

/** How the month of the effective date counts. The program's pages are silent. */
export const effectiveMonthPolicy: DatedTable<'BY_DAYS'> = {
  name: 'effective-month-policy',
  description:
    'BY_DAYS: the month of the effective date counts by its calendar days from that day on, that day included.',
  unit: 'policy',
  rows: [
    {
      from: null,
      to: null,
      value: 'BY_DAYS',
      source: 'domain 6; the split by days is the house rule',
      confidence: 'POLICY',
    },
  ],
  text: policy => policy,
};
