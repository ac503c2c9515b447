import { Decimal, wholeCertificates } from './decimal.js';
import { type Lot, proportionalShares } from './proportional-shares.js';
import type { BidderTerms } from './rules/auction-bidders.js';

/** A volume that a bidder asks for; suppliers are tier 1. */
export interface TieredBid extends Lot {
  readonly tier: 1 | 2;
}

/**
 * What counts of bids: all that suppliers ask for, and what others ask for up to their share of the deposited volume.
 *
 * Certificates -> certificates, in the order of the bids. Source: domain 3.
 */
export function countedBids(bids: readonly TieredBid[], deposited: number, terms: BidderTerms): TieredBid[] {
  const cap = wholeCertificates(new Decimal(deposited).times(terms.tierTwoVolumeShare));
  return bids.map(bid => (bid.tier === 1 ? bid : { ...bid, count: Math.min(bid.count, cap) }));
}

/**
 * Who gets what is sold: suppliers first where the terms say so, then the others; in proportion to what counts of their bids where
 * it is not enough for all of a tier.
 *
 * Certificates, never more than is asked for -> certificates, ascending by id. Source: domain 3.
 */
export function tieredAllocation(sold: number, bids: readonly TieredBid[], terms: BidderTerms): Lot[] {
  if (!terms.suppliersFirst) return proportionalShares(sold, bids);
  const [first, second] = ([1, 2] as const).map(tier => bids.filter(bid => bid.tier === tier));
  const forFirst = Math.min(
    sold,
    (first ?? []).reduce((sum, bid) => sum + bid.count, 0),
  );
  const shares = [...proportionalShares(forFirst, first ?? []), ...proportionalShares(sold - forFirst, second ?? [])];
  return shares.sort((a, b) => (a.id < b.id ? -1 : 1));
}
