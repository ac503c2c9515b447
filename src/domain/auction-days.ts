import { addBusinessDays } from './business-days.js';
import type { LocalDate } from './local-date.js';
import { auctionCalendar } from './rules/auction-calendar.js';
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
  const year = generationYear + 1;
  const calendar = valueOn(auctionCalendar, `${year}-01-01` as LocalDate);
  const day = (text: string) => `${year}-${text}` as LocalDate;
  return {
    depositFrom: day(calendar.depositFrom),
    depositUntil: day(calendar.depositUntil),
    heldUntil: day(calendar.heldUntil),
  };
}

/** The latest day of the round after one that failed on a day. Source: program/003; domain 8.11. */
export function nextRoundUntil(failedOn: LocalDate): LocalDate {
  return addBusinessDays(failedOn, valueOn(auctionCalendar, failedOn).businessDaysToNextRound);
}
