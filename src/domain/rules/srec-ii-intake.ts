import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** Whether units could still enter SREC II on the day that decides: up to 25 kW that of interconnection. Source: domain 1.2. */
export const srecIIIntake: DatedTable<'OPEN' | 'CLOSED'> = {
  name: 'srec-ii-intake',
  description:
    'Whether units that are authorised to interconnect (above 25 kW: or complete) on a day may enter SREC II.',
  unit: 'state by deciding day',
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
