import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** Whether small units could still enter SREC II on the day they were interconnected. Source: domain 1.2. */
export const srecIIIntake: DatedTable<'OPEN' | 'CLOSED'> = {
  name: 'srec-ii-intake',
  description: 'Whether units up to 25 kW that are authorised to interconnect on a day may enter SREC II.',
  unit: 'state by day of interconnection',
  rows: [
    { from: null, to: '2018-11-25' as LocalDate, value: 'OPEN', source: 'domain 1.2', confidence: 'FOUND' },
    {
      from: '2018-11-26' as LocalDate,
      to: null,
      value: 'CLOSED',
      source: 'domain 1.2: the successor programme was launched',
      confidence: 'FOUND',
    },
  ],
  text: state => state,
};
