import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { batches, batchPlace } from './places.js';

/** Certificates that the ranges `a` and `b` of a left join on the batch share; none where there is no `b`. */
const shared = sql`case when b.batch_id is null then 0
  else greatest(least(a.last_serial, b.last_serial) - greatest(a.first_serial, b.first_serial) + 1, 0) end`;

/** The last trading year of a holding `h` of a batch `b`. */
const lastYear = sql`coalesce(h.usable_until, extract(year from b.vintage_month))`;

/** Certificates change hands by transfers alone, each once, and nothing outlives its trading year. Source: domain 4; program/003. */
export const marketLaws: readonly Law[] = [
  {
    name: 'transfer-is-its-ranges',
    sentence: 'A transfer has as many certificates as its ranges, which lie in their batches and do not overlap.',
    violations: sql`
      select t.id as transfer, t.state, t.quantity, r.quantity as of_ranges, r.outside, r.overlapping
      from transfer t
      left join (
        select r.transfer_id, sum(r.last_serial - r.first_serial + 1) as quantity,
               count(*) filter (where r.last_serial > b.quantity) as outside,
               count(*) filter (where r.first_serial <= r.last_before) as overlapping
        from (select *, lag(last_serial) over (partition by transfer_id, batch_id order by first_serial) as last_before
              from transfer_range) r
        left join certificate_batch b on b.id = r.batch_id group by r.transfer_id) r on r.transfer_id = t.id
      where (t.quantity = r.quantity and r.outside = 0 and r.overlapping = 0) is not true`,
  },
  {
    name: 'pending-is-offered-once',
    sentence:
      'What is pending is in one open offer, and what is in an open offer is pending, in the account that gives.',
    violations: sql`
      with offered as (
        select r.*, t.from_gis_account_id from transfer_range r join transfer t on t.id = r.transfer_id and t.state = 'OFFERED'
      ), pending as (
        select * from certificate_holding where state = 'PENDING'
      )
      select a.transfer_id as transfer, a.batch_id as batch, a.first_serial, a.last_serial, 'not pending' as found
      from offered a
      left join pending b on b.batch_id = a.batch_id and b.gis_account_id = a.from_gis_account_id
      group by a.transfer_id, a.batch_id, a.first_serial, a.last_serial
      having coalesce(sum(${shared}), 0) <> a.last_serial - a.first_serial + 1
      union all
      select null, a.batch_id, a.first_serial, a.last_serial, 'not offered once'
      from pending a
      left join offered b on b.batch_id = a.batch_id and b.from_gis_account_id = a.gis_account_id
      group by a.batch_id, a.first_serial, a.last_serial
      having coalesce(sum(${shared}), 0) <> a.last_serial - a.first_serial + 1`,
  },
  {
    name: 'transfers-are-entered-once',
    sentence:
      'Every certificate of an accepted transfer went to the other account by an entry of that instant, and no entry is without one.',
    violations: sql`
      with accepted as (
        select r.*, t.from_gis_account_id, t.to_gis_account_id, t.decided_at
        from transfer_range r join transfer t on t.id = r.transfer_id and t.state = 'ACCEPTED'
      ), entered as (
        select * from ledger_entry where kind = 'TRANSFER'
      )
      select a.transfer_id as transfer, null::bigint as entry, a.batch_id as batch, a.first_serial, a.last_serial
      from accepted a
      left join entered b on b.batch_id = a.batch_id and b.occurred_at = a.decided_at
        and b.from_gis_account_id = a.from_gis_account_id and b.to_gis_account_id = a.to_gis_account_id
      group by a.transfer_id, a.batch_id, a.first_serial, a.last_serial
      having coalesce(sum(${shared}), 0) <> a.last_serial - a.first_serial + 1
      union all
      select null, a.id, a.batch_id, a.first_serial, a.last_serial
      from entered a
      left join accepted b on b.batch_id = a.batch_id and b.decided_at = a.occurred_at
        and b.from_gis_account_id = a.from_gis_account_id and b.to_gis_account_id = a.to_gis_account_id
      group by a.id, a.batch_id, a.first_serial, a.last_serial
      having coalesce(sum(${shared}), 0) <> a.last_serial - a.first_serial + 1`,
  },
  {
    name: 'standing-transfers-are-executed-once',
    sentence: 'A transfer by a standing one has as many certificates as its months moved, between the same accounts.',
    violations: sql`
      select x.standing_transfer_id as standing_transfer, t.id as transfer, t.quantity, x.moved
      from (select * from transfer where standing_transfer_id is not null) t
      full join (
        select x.standing_transfer_id, x.transfer_id, sum(x.moved) as moved from standing_transfer_execution x
        where x.transfer_id is not null or x.moved > 0 group by x.standing_transfer_id, x.transfer_id) x on x.transfer_id = t.id
      left join standing_transfer s on s.id = t.standing_transfer_id
      where (t.standing_transfer_id = x.standing_transfer_id and t.quantity = x.moved and t.state = 'ACCEPTED'
        and (t.from_gis_account_id, t.to_gis_account_id) = (s.from_gis_account_id, s.to_gis_account_id)) is not true`,
  },
  {
    name: 'retirements-have-their-use',
    sentence: 'What is retired has one use, of the organisation whose account it left; the residual mix has none.',
    violations: sql`
      select e.id as entry, e.kind, u.purpose, u.organisation_id as organisation, account.organisation_id as owner
      from (select * from ledger_entry where kind in ('RETIRE', 'RETIRE_COMPLIANCE', 'RETIRE_RESERVE')) e
      full join certificate_use u on u.entry_id = e.id
      left join gis_account account on account.id = e.from_gis_account_id
      where (u.organisation_id = account.organisation_id and u.purpose = case e.kind
        when 'RETIRE' then 'VOLUNTARY' when 'RETIRE_COMPLIANCE' then 'COMPLIANCE' else 'RESERVE' end) is not true`,
  },
  {
    name: 'closed-year-is-over',
    sentence: 'Once a trading year is closed, nothing of it is in use but what is deposited for the auction.',
    violations: sql`
      select ${batchPlace}, h.first_serial, h.last_serial, h.state, year.year as closed_year
      from certificate_holding h
      join (${batches}) on b.id = h.batch_id
      join trading_year year on year.year = ${lastYear} and year.completed_at is not null
      where h.state in ('ACTIVE', 'PENDING', 'RETAIL', 'RESERVE', 'BANKED')`,
  },
];
