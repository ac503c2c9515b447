import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** Load under contract before this day, Basic Service excepted, may pay the Class I rate. Source: program/002. */
export const classIRateContractedBefore: DatedTable<LocalDate> = {
  name: 'class-i-rate-contracts',
  description:
    'Load that a competitive supplier had under contract before this day pays for the first Solar Carve-Out (SREC I) the Alternative Compliance Payment of RPS Class I; Basic Service does not.',
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
