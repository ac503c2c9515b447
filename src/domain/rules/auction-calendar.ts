import type { DatedTable } from './dated-table.js';

/** Days of the year after generation, `MM-DD`, and the business days between rounds. */
export interface AuctionCalendar {
  readonly depositFrom: string;
  readonly depositUntil: string;
  readonly heldUntil: string;
  readonly businessDaysToNextRound: number;
}

/** When certificates are deposited and the auction is held. Source: program/003; domain 3. */
export const auctionCalendar: DatedTable<AuctionCalendar> = {
  name: 'auction-calendar',
  description:
    'Days of the year after generation: deposits from and until (both inclusive), latest day of round 1; business days in which a round follows one that did not clear.',
  unit: 'days',
  rows: [
    {
      from: null,
      to: null,
      value: { depositFrom: '05-16', depositUntil: '06-15', heldUntil: '07-31', businessDaysToNextRound: 3 },
      source: 'program/003; domain 3',
      confidence: 'PROGRAM',
    },
  ],
  text: days =>
    `deposits ${days.depositFrom} to ${days.depositUntil}, held until ${days.heldUntil}, ` +
    `next round within ${days.businessDaysToNextRound} business days`,
};
