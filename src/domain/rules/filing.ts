import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** The day of the next year, `MM-DD`, on which the filing of a compliance year is due. Source: program/003. */
export const filingDue: DatedTable<string> = {
  name: 'compliance-filing-due',
  description: 'Day of the year after on which the annual compliance filing is due.',
  unit: 'day',
  rows: [{ from: null, to: null, value: '07-01', source: 'program/003; domain 2.5', confidence: 'PROGRAM' }],
  text: day => day,
};

/** Load under contract before this day, Basic Service excepted, may pay the Class I rate. Source: program/002. */
export const classIRateContractedBefore: DatedTable<LocalDate> = {
  name: 'class-i-rate-contracts',
  description:
    'Load that was under contract before this day pays the Alternative Compliance Payment of RPS Class I; Basic Service does not.',
  unit: 'day',
  rows: [
    {
      from: null,
      to: null,
      value: '2010-01-01' as LocalDate,
      source: 'program/002; domain 8.12',
      confidence: 'PROGRAM',
    },
  ],
  text: day => day,
};
