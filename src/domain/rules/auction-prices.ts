import { Decimal, decimalText } from '../decimal.js';
import type { LocalDate } from '../local-date.js';
import { yearRow } from './compliance-year.js';
import type { DatedRow, DatedTable } from './dated-table.js';

/** The fixed price of SREC I in the auction, by generation year. Source: domain 3. */
export const srecIAuctionPrices: DatedTable<Decimal> = {
  name: 'auction-price-srec-i',
  description: 'Fixed price of a certificate of the Solar Carve-Out in the auction, fee included, by generation year.',
  unit: 'dollars',
  rows: [
    {
      from: '2010-01-01' as LocalDate,
      to: null,
      value: new Decimal(300),
      source: 'domain 3',
      confidence: 'FOUND',
    },
  ],
  text: decimalText,
};

/** The fixed price of SREC II in the auction, by generation year: 5 % less each year from 2017 on. Source: domain 3. */
export const srecIIAuctionPrices: DatedTable<Decimal> = {
  name: 'auction-price-srec-ii',
  description: 'Fixed price of a certificate of Solar Carve-Out II in the auction, fee included, by generation year.',
  unit: 'dollars',
  rows: [
    price(2014, 300),
    price(2015, 300),
    price(2016, 300),
    price(2017, 285),
    price(2018, 271),
    price(2019, 257),
    price(2020, 244),
    price(2021, 232),
    price(2022, 221),
    price(2023, 210),
    price(2024, 199),
  ],
  text: decimalText,
};

function price(year: number, dollars: number): DatedRow<Decimal> {
  return yearRow(year, new Decimal(dollars), 'domain 3', 'MEMORY');
}
