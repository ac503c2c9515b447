import { Decimal, decimalText } from '../decimal.js';
import type { DatedTable } from './dated-table.js';

/** Terms of the Solar Credit Clearinghouse Auction. */
export interface AuctionTerms {
  readonly feeShare: Decimal;
  /** Years in which re-minted certificates are usable, by round. */
  readonly shelfLifeYears: readonly [number, number, number];
  /** Years from generation to the obligation that grows when round 2 does not clear. */
  readonly obligationYearsLater: number;
}

/** Auction terms by generation year. Source: domain 3. */
export const auctionTerms: DatedTable<AuctionTerms> = {
  name: 'auction-terms',
  description:
    'Fee on the fixed price, shelf life of re-minted certificates by round, and the year whose obligation grows.',
  unit: 'share of price, years',
  rows: [
    {
      from: null,
      to: null,
      value: { feeShare: new Decimal('0.05'), shelfLifeYears: [2, 3, 3], obligationYearsLater: 2 },
      source: 'domain 3',
      confidence: 'FOUND',
    },
  ],
  text: terms =>
    `fee ${decimalText(terms.feeShare)}, shelf life ${terms.shelfLifeYears.join(', ')}, ` +
    `obligation ${terms.obligationYearsLater} years later`,
};
