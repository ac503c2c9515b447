import { Decimal, decimalText } from '../decimal.js';
import type { DatedTable } from './dated-table.js';

/** How much of an excess a supplier keeps, and for how long. */
export interface BankingRule {
  readonly largestShareOfObligation: Decimal;
  readonly usableYears: number;
}

/** Banking of SREC I and SREC II certificates. Source: domain 2.5. */
export const srecBanking: DatedTable<BankingRule> = {
  name: 'srec-banking',
  description:
    'Largest excess that a supplier banks, as a share of the obligation, and the years after in which it is usable.',
  unit: 'share of obligation, years',
  rows: [
    {
      from: null,
      to: null,
      value: { largestShareOfObligation: new Decimal('0.1'), usableYears: 2 },
      source: 'domain 2.5',
      confidence: 'FOUND',
    },
  ],
  text: rule => `${decimalText(rule.largestShareOfObligation)} for ${rule.usableYears} years`,
};
