import { Decimal, decimalText } from '../decimal.js';
import type { DatedTable } from './dated-table.js';

/** How much the growth from one year to the next counts in the obligation of SREC I. Source: domain 2.3. */
export const srecIGrowthFactor: DatedTable<Decimal> = {
  name: 'obligation-growth-srec-i',
  description:
    'Factor on projected generation of the year before less actual generation of two years before, 225 CMR 14.07(2); left out once the programme is full.',
  unit: 'factor',
  rows: [{ from: null, to: null, value: new Decimal('1.3'), source: 'domain 2.3', confidence: 'MEMORY' }],
  text: decimalText,
};
