import type { DatedTable } from './dated-table.js';

/** Days of each year that the programme names itself: month and day, first and last inclusive. */
export interface ProgrammeDate {
  readonly event: 'AUCTION_DEPOSITS' | 'COMPLIANCE_FILING' | 'AUCTION' | 'MINIMUM_STANDARD';
  readonly firstDay: `${number}-${number}`;
  readonly lastDay: `${number}-${number}`;
}

/** The important dates that do not follow from a month or a quarter. Weekends move nothing. Source: program/003. */
export const programmeDates: DatedTable<ProgrammeDate> = {
  name: 'programme-dates',
  description: 'Days of each year on which deposits, filings, the auction and the Minimum Standard are due.',
  unit: 'month-day, first to last',
  rows: [
    on('AUCTION_DEPOSITS', '05-16', '06-15'),
    on('COMPLIANCE_FILING', '07-01'),
    on('AUCTION', '07-31'),
    on('MINIMUM_STANDARD', '08-30'),
  ],
  text: ({ event, firstDay, lastDay }) => `${event} ${firstDay === lastDay ? lastDay : `${firstDay} to ${lastDay}`}`,
};

function on(event: ProgrammeDate['event'], firstDay: ProgrammeDate['firstDay'], lastDay = firstDay) {
  const value = { event, firstDay, lastDay };
  return { from: null, to: null, value, source: 'program/003: important dates', confidence: 'PROGRAM' as const };
}
