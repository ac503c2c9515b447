import type { Break } from '../support/laws.js';

/** For each law of the auction one way to break it that no other law of auction or compliance notices. */
export const breaks: Readonly<Record<string, Break>> = {
  'deposits-agree-with-entries': {
    how: 'a deposit is put to the account of the buyer',
    statements: [
      'update auction_deposit set gis_account_id = (select gis_account_id from auction_bidder limit 1) where auction_id = (select min(id) from auction)',
    ],
  },
  'deposits-are-of-their-auction': {
    how: 'the auction is written over to the other programme',
    statements: [`update auction set program = 'SREC_II' where id = (select min(id) from auction)`],
  },
  'sold-and-returned-are-deposited': {
    how: 'the result says that one more was sold, and one less returned',
    statements: [
      `update auction set result = result || jsonb_build_object('sold', (result ->> 'sold')::int + 1,
         'returned', (result ->> 'returned')::int - 1) where state = 'SETTLED'`,
    ],
  },
  'buyers-got-their-shares': {
    how: 'the result gives a certificate more to the buyer',
    statements: [
      `update auction set result = jsonb_set(result, '{purchases,0,quantity}', '4') where state = 'SETTLED'`,
    ],
  },
  'auctioned-are-usable-longer': {
    how: 'what came back keeps a year longer',
    statements: ['update certificate_holding set usable_until = usable_until + 1 where first_serial = 4'],
  },
  'rounds-count-deposits-and-bids': {
    how: 'a bid is dated back to before its round',
    statements: [`update auction_bid set created_at = created_at - interval '1 day' where round = 2`],
  },
};
