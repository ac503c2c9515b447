import type { DatedTable } from './dated-table.js';

/** Days that follow from a generation quarter, counted from the second calendar quarter after it. */
export interface MintCalendar {
  readonly quartersLater: number;
  readonly uploadDay: number;
  readonly mintDay: number;
  readonly tradingMonths: number;
}

/** When certificates of a quarter are uploaded, minted and traded. Source: program/003; domain 4 and 8.1. */
export const mintCalendar: DatedTable<MintCalendar> = {
  name: 'mint-calendar',
  description: 'Days of the first month of the second quarter after generation; the trading period starts at minting.',
  unit: 'days, months',
  rows: [
    {
      from: null,
      to: null,
      value: { quartersLater: 2, uploadDay: 10, mintDay: 15, tradingMonths: 2 },
      source: 'program/003; program/004 (upload); domain 4; domain 8.1',
      confidence: 'PROGRAM',
    },
  ],
  text: days =>
    `${days.quartersLater} quarters later: upload on day ${days.uploadDay}, mint on day ${days.mintDay}, ` +
    `${days.tradingMonths} months of trading`,
};
