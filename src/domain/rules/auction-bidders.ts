import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import type { DatedTable } from './dated-table.js';

/** What is asked of bidders that are no suppliers (tier 2), and whether suppliers are served before them. */
export interface BidderTerms {
  readonly suppliersFirst: boolean;
  readonly tierTwoVolumeShare: Decimal;
  readonly tierTwoSecurityDollars: Decimal;
}

const tierTwo = { tierTwoVolumeShare: new Decimal('0.1'), tierTwoSecurityDollars: new Decimal(10_000) };

/** Bidders of the auction by generation year; the tiers came with the auctions of 2017. Source: domain 3. */
export const bidderTerms: DatedTable<BidderTerms> = {
  name: 'auction-bidders',
  description:
    'Bidders other than retail suppliers: largest share of the deposited volume, least security; whether suppliers are served first. By generation year.',
  unit: 'share of volume, dollars',
  rows: [
    {
      from: null,
      to: '2015-12-31' as LocalDate,
      value: { suppliersFirst: false, ...tierTwo },
      source: 'domain 3: cap and security as found for 2017, recalled for earlier years',
      confidence: 'MEMORY',
    },
    {
      from: '2016-01-01' as LocalDate,
      to: null,
      value: { suppliersFirst: true, ...tierTwo },
      source: 'domain 3: cap and security found for SREC II in 2017, how tiers are served recalled',
      confidence: 'MEMORY',
    },
  ],
  text: terms =>
    `at most ${decimalText(terms.tierTwoVolumeShare)} of the volume, security of ${decimalText(terms.tierTwoSecurityDollars)}` +
    `${terms.suppliersFirst ? ', suppliers first' : ''}`,
};
