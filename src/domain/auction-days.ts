import { addBusinessDays } from './business-days.js';
import type { LocalDate } from './local-date.js';
import { programmeDaysOf } from './programme-days.js';
import { businessDaysToNextRound } from './rules/auction-rounds.js';
import { valueOn } from './rules/dated-table.js';

/** Days of the auction of a generation year, all inclusive. */
export interface AuctionDays {
  readonly depositFrom: LocalDate;
  readonly depositUntil: LocalDate;
  /** Latest day of round 1. */
  readonly heldUntil: LocalDate;
}

/** Generation year -> the days of its auction, in the year after. Source: program/003. */
export function auctionDaysOf(generationYear: number): AuctionDays {
  const deposits = programmeDaysOf('AUCTION_DEPOSITS', generationYear + 1);
  return {
    depositFrom: deposits.firstOn,
    depositUntil: deposits.lastOn,
    heldUntil: programmeDaysOf('AUCTION', generationYear + 1).lastOn,
  };
}

/** The latest day of the round after one that failed on a day. Source: program/003; domain 8.11. */
export function nextRoundUntil(failedOn: LocalDate): LocalDate {
  return addBusinessDays(failedOn, valueOn(businessDaysToNextRound, failedOn));
}
