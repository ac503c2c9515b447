import type { Law } from '../ledger/laws/law.js';
import { sql } from '../platform/sql.js';

/** Rounds that are closed, of auctions that are settled, and what the ledger says of their certificates. Source: program/003; domain 3. */
export const auctionLaws: readonly Law[] = [
  {
    name: 'deposits-agree-with-entries',
    sentence:
      'Every deposit is one entry of the ledger, of the same certificates and account, and every such entry a deposit.',
    violations: sql`
      select d.auction_id as auction, d.id as deposit, e.id as entry, coalesce(d.batch_id, e.batch_id) as batch,
             d.first_serial, d.last_serial, e.first_serial as entered_first, e.last_serial as entered_last
      from auction_deposit d
      full join (select * from ledger_entry where kind = 'DEPOSIT') e on e.id = d.entry_id
      where (d.batch_id, d.first_serial, d.last_serial, d.gis_account_id)
        is distinct from (e.batch_id, e.first_serial, e.last_serial, e.from_gis_account_id)`,
  },
  {
    name: 'deposits-are-of-their-auction',
    sentence: 'What is deposited is of the programme and generation year of the auction.',
    violations: sql`
      select a.program, a.generation_year, d.id as deposit, b.id as batch, b.program as batch_program,
             to_char(b.vintage_month, 'YYYY-MM') as month
      from auction_deposit d
      left join auction a on a.id = d.auction_id
      left join certificate_batch b on b.id = d.batch_id
      where (a.program, a.generation_year) is distinct from (b.program, extract(year from b.vintage_month)::int)`,
  },
  {
    name: 'sold-and-returned-are-deposited',
    sentence:
      'Of a settled auction every certificate was sold or returned, as its result says; of another none was, and of one that lapsed all went to the residual mix.',
    violations: sql`
      select a.program, a.generation_year, a.state, went.deposited, went.sold, went.returned, went.retired, a.result ->> 'sold' as result_sold,
             a.result ->> 'returned' as result_returned
      from auction a
      cross join lateral (
        select coalesce(sum(d.last_serial - d.first_serial + 1), 0) as deposited, coalesce(sum(moved.sold), 0) as sold,
               coalesce(sum(moved.returned), 0) as returned, coalesce(sum(moved.retired), 0) as retired
        from auction_deposit d
        cross join lateral (
          select sum(e.quantity) filter (where e.kind = 'SELL') as sold, sum(e.quantity) filter (where e.kind = 'RETURN') as returned,
                 sum(e.quantity) filter (where e.kind = 'RETIRE_RESIDUAL') as retired
          from ledger_entry e
          where e.batch_id = d.batch_id and e.kind in ('SELL', 'RETURN', 'RETIRE_RESIDUAL') and e.first_serial >= d.first_serial
            and e.last_serial <= d.last_serial) moved
        where d.auction_id = a.id) went
      where case a.state
        when 'SETTLED' then (went.deposited, went.sold, went.returned) is distinct from
          ((a.result ->> 'deposited')::numeric, (a.result ->> 'sold')::numeric, (a.result ->> 'returned')::numeric)
          or went.sold + went.returned <> went.deposited
        when 'NOT_HELD' then went.deposited > 0
        when 'LAPSED' then went.sold + went.returned > 0 or went.retired <> went.deposited
        else went.sold + went.returned > 0 end`,
  },
  {
    name: 'buyers-got-their-shares',
    sentence:
      'Each buyer of a settled auction got as many certificates as its result says, in the account that it was qualified with.',
    violations: sql`
      with allotted as (
        select a.id as auction_id, bidder.gis_account_id, (purchase ->> 'quantity')::bigint as quantity
        from auction a cross join lateral jsonb_array_elements(a.result -> 'purchases') purchase
        left join auction_bidder bidder on bidder.auction_id = a.id and bidder.organisation_id = (purchase ->> 'organisationId')::bigint
        where a.state = 'SETTLED' and (purchase ->> 'quantity')::bigint > 0
      ), got as (
        select d.auction_id, e.to_gis_account_id as gis_account_id, sum(e.quantity)::bigint as quantity
        from ledger_entry e
        join auction_deposit d on d.batch_id = e.batch_id and d.first_serial <= e.first_serial and d.last_serial >= e.last_serial
        where e.kind = 'SELL' group by d.auction_id, e.to_gis_account_id
      )
      select auction_id as auction, gis_account_id as account, allotted.quantity as allotted, got.quantity as got
      from allotted full join got using (auction_id, gis_account_id)
      where allotted.quantity is distinct from got.quantity`,
  },
  {
    name: 'auctioned-are-usable-longer',
    sentence:
      'What an auction minted anew is usable for the years of its result, and nothing else is usable beyond its year.',
    violations: sql`
      select h.batch_id as batch, h.first_serial, h.last_serial, h.usable_until, settled.until
      from certificate_holding h
      left join (
        select d.batch_id, d.first_serial, d.last_serial, a.generation_year + (a.result ->> 'shelfLifeYears')::int as until
        from auction_deposit d join auction a on a.id = d.auction_id and a.state = 'SETTLED') settled
        on settled.batch_id = h.batch_id and settled.first_serial <= h.first_serial and settled.last_serial >= h.last_serial
      where h.usable_until is distinct from settled.until`,
  },
  {
    name: 'rounds-count-deposits-and-bids',
    sentence:
      'A round has all deposits of its auction; a closed one counts the last bid of each bidder, those of tier 2 up to their share; all bids came in its time.',
    violations: sql`
      select r.auction_id as auction, r.round, r.deposited, counted.deposited as are_deposited, r.asked, counted.asked as are_asked,
             r.cleared, counted.outside
      from auction_round r
      cross join lateral (
        select (select coalesce(sum(d.last_serial - d.first_serial + 1), 0) from auction_deposit d where d.auction_id = r.auction_id)
                 as deposited,
               (select coalesce(sum(case bidder.tier when 1 then last.volume else least(last.volume, floor(r.deposited * 0.1)) end), 0)
                from (
                  select distinct on (bid.organisation_id) bid.organisation_id, bid.volume from auction_bid bid
                  where bid.auction_id = r.auction_id and bid.round = r.round order by bid.organisation_id, bid.id desc) last
                join auction_bidder bidder on bidder.auction_id = r.auction_id and bidder.organisation_id = last.organisation_id)
                 as asked,
               (select count(*) from auction_bid bid where bid.auction_id = r.auction_id and bid.round = r.round
                  and (bid.created_at < r.opens_at or bid.created_at >= r.closes_at)) as outside) counted
      where r.deposited <> counted.deposited or counted.outside > 0
        or r.closed_at is not null and (r.asked, r.cleared) is distinct from (counted.asked, counted.asked >= r.deposited)`,
  },
];
