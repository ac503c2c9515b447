import { type Decimal, one } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { type Lot, proportionalShares } from './proportional-shares.js';
import { auctionTerms } from './rules/auction.js';
import { valueOn } from './rules/dated-table.js';

/** An auction as it went: what was deposited, and who asked for how many in each round. */
export interface Auction {
  readonly generationYear: number;
  readonly deposits: readonly Lot[];
  readonly rounds: readonly (readonly Lot[])[];
  readonly priceDollars: Decimal;
}

/** What came of an auction that was held. */
export interface AuctionResult {
  readonly held: true;
  readonly finalRound: 1 | 2 | 3;
  readonly cleared: boolean;
  readonly sold: number;
  readonly returned: number;
  readonly allocation: readonly Lot[];
  readonly depositors: readonly DepositorResult[];
  readonly totalProceedsDollars: Decimal;
  readonly shelfLifeYears: number;
  readonly usableIn: readonly number[];
  readonly obligationIncreaseMwh: number;
  readonly obligationIncreaseYear: number | null;
}

export interface DepositorResult {
  readonly id: string;
  readonly sold: number;
  readonly returned: number;
  readonly proceedsDollars: Decimal;
}

/**
 * The Solar Credit Clearinghouse Auction: at a fixed price, rounds 1 and 2 clear only if all that is deposited is asked for; round 3
 * fills what is asked for and returns the rest. When round 2 does not clear, a later obligation grows by the deposited volume.
 *
 * Certificates, dollars -> allocation, proceeds after the fee, shelf life; not held when nothing is deposited. Source: program/003;
 * domain 3.
 */
export function auctionResult(auction: Auction): AuctionResult | { readonly held: false } {
  const deposited = countOfLots(auction.deposits);
  if (deposited === 0) return { held: false };
  const terms = valueOn(auctionTerms, `${auction.generationYear}-01-01` as LocalDate);
  const { finalRound, bids } = decidingRound(auction, deposited);
  const asked = countOfLots(bids);
  const cleared = asked >= deposited;
  const sold = cleared ? deposited : asked;
  const netDollars = auction.priceDollars.times(one.minus(terms.feeShare));
  const shelfLifeYears = terms.shelfLifeYears[finalRound - 1] ?? 0;
  return {
    held: true,
    finalRound,
    cleared,
    sold,
    returned: deposited - sold,
    allocation: proportionalShares(sold, bids),
    depositors: depositorResults(auction.deposits, sold, netDollars),
    totalProceedsDollars: netDollars.times(sold),
    shelfLifeYears,
    usableIn: Array.from({ length: shelfLifeYears }, (_, index) => auction.generationYear + 1 + index),
    obligationIncreaseMwh: finalRound === 3 ? deposited : 0,
    obligationIncreaseYear: finalRound === 3 ? auction.generationYear + terms.obligationYearsLater : null,
  };
}

/** The first round in which all is asked for, else the third; a missing round has no bids. */
function decidingRound(auction: Auction, deposited: number): { finalRound: 1 | 2 | 3; bids: readonly Lot[] } {
  const bidsOf = (round: 1 | 2 | 3) => auction.rounds[round - 1] ?? [];
  const finalRound = ([1, 2] as const).find(round => countOfLots(bidsOf(round)) >= deposited) ?? 3;
  return { finalRound, bids: bidsOf(finalRound) };
}

function depositorResults(deposits: readonly Lot[], sold: number, netDollars: Decimal): DepositorResult[] {
  const depositedBy = new Map(deposits.map(({ id, count }) => [id, count]));
  return proportionalShares(sold, deposits).map(({ id, count }) => ({
    id,
    sold: count,
    returned: (depositedBy.get(id) ?? count) - count,
    proceedsDollars: netDollars.times(count),
  }));
}

function countOfLots(lots: readonly Lot[]): number {
  return lots.reduce((sum, lot) => sum + lot.count, 0);
}
