import { sql } from '../../platform/sql.js';
import { ProgramEnum } from '../../qualification/qualification.type.js';
import { column, optional } from './column.js';
import { databaseTable } from './table.js';

/** The auctions that are settled: volumes and price, nobody's deposit and nobody's bid. Source: program/003; domain 3. */
export const auctionResults = databaseTable(
  {
    name: 'auction-results',
    version: '1.0',
    refreshed: 'CONTINUOUSLY',
    keywords: ['auction', 'SREC', 'price'],
    typeName: 'PublicAuctionResult',
    title: 'Results of the Solar Credit Clearinghouse Auction',
    description: 'What came of an auction that is settled: sums only, nothing of a depositor or bidder.',
    source: 'Auctions on record.',
    columns: [
      column('id', 'ID', 'Stable: programme and generation year.'),
      column('program', 'CODE', 'The programme.', ProgramEnum),
      column('generationYear', 'INTEGER', 'The year in which the certificates were generated.'),
      column('priceDollars', 'DECIMAL', 'The fixed price of a certificate in dollars.'),
      column('feeShare', 'DECIMAL', 'Share of the price that the depositor pays as fee.'),
      optional('depositedCertificates', 'INTEGER', 'Certificates deposited.'),
      optional('rounds', 'INTEGER', 'Rounds that were held.'),
      optional('askedCertificates', 'INTEGER', 'Certificates that bidders asked for in the last round.'),
      optional('cleared', 'YES_NO', 'Whether all that was deposited was asked for in the last round.'),
      optional('soldCertificates', 'INTEGER', 'Certificates sold.'),
      optional('settledOn', 'DATE', 'Day on which it was settled.'),
    ],
  },
  () => sql`
    select auction.id as key, auction.program || '/' || auction.generation_year as id, auction.program,
           auction.generation_year as "generationYear", auction.price_dollars::text as "priceDollars",
           auction.fee_share::text as "feeShare", first_round.deposited as "depositedCertificates",
           last_round.round as rounds, last_round.asked as "askedCertificates", last_round.cleared,
           (auction.result ->> 'sold')::int as "soldCertificates",
           (auction.settled_at at time zone 'America/New_York')::date::text as "settledOn"
    from auction
    left join auction_round first_round on first_round.auction_id = auction.id and first_round.round = 1
    left join lateral (select * from auction_round held where held.auction_id = auction.id and held.closed_at is not null
                       order by held.round desc limit 1) last_round on true
    where auction.state = 'SETTLED'`,
);
