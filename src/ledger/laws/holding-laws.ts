import { join, sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { batches, batchPlace } from './places.js';

/** What an entry of a kind leaves certificates in. */
const stateAfter = join(
  Object.entries({
    MINT: 'ACTIVE',
    OFFER: 'PENDING',
    TAKE_BACK: 'ACTIVE',
    TRANSFER: 'ACTIVE',
    TO_ACTIVE: 'ACTIVE',
    TO_RETAIL: 'RETAIL',
    TO_RESERVE: 'RESERVE',
    TO_BANKED: 'BANKED',
    DEPOSIT: 'DEPOSITED',
    SELL: 'ACTIVE',
    RETURN: 'ACTIVE',
    RETIRE: 'RETIRED',
    RETIRE_COMPLIANCE: 'RETIRED',
    RETIRE_RESERVE: 'RETIRED',
    RETIRE_RESIDUAL: 'RETIRED',
    ROLL_BACK: 'ROLLED_BACK',
  }).map(([kind, state]) => sql`(${kind}::text, ${state}::text)`),
);

/**
 * Holdings are nothing but what the entries say, replayed. Together these laws give: certificates minted less certificates
 * retired are the active ones, batch by batch and account by account. Source: domain 4.
 */
export const holdingLaws: readonly Law[] = [
  {
    name: 'holdings-cover-batches',
    sentence: 'Every serial number of a batch lies in one place, none in two, none in nowhere.',
    violations: sql`
      select ${batchPlace}, b.quantity, h.first_serial, h.last_serial, h.last_before
      from (
        select batch_id, first_serial, last_serial,
               coalesce(lag(last_serial) over line, 0) as last_before, lead(first_serial) over line is null as is_last
        from certificate_holding window line as (partition by batch_id order by first_serial, last_serial)) h
      full join (${batches}) on b.id = h.batch_id
      where (h.first_serial = h.last_before + 1 and h.last_serial >= h.first_serial
        and (not h.is_last or h.last_serial = b.quantity)) is not true`,
  },
  {
    name: 'holdings-follow-entries',
    sentence: 'A range of certificates is where, and in the state in which, the last entry about it left it.',
    violations: sql`
      select ${batchPlace}, h.first_serial, h.last_serial, h.state, h.gis_account_id as account,
             h.since_entry_id as since_entry, e.id as last_entry
      from certificate_holding h
      left join (${batches}) on b.id = h.batch_id
      left join (
        select distinct on (h.batch_id, h.first_serial) h.first_serial as holding, e.*
        from certificate_holding h
        join ledger_entry e on e.batch_id = h.batch_id and e.first_serial <= h.last_serial and e.last_serial >= h.first_serial
        order by h.batch_id, h.first_serial, e.id desc) e on e.batch_id = h.batch_id and e.holding = h.first_serial
      left join (values ${stateAfter}) as after (kind, state) on after.kind = e.kind
      where (e.id = h.since_entry_id and h.state = after.state
        and h.gis_account_id = coalesce(e.to_gis_account_id, e.from_gis_account_id)
        and case when h.state in ('RETIRED', 'ROLLED_BACK') then h.first_serial = e.first_serial and h.last_serial = e.last_serial
          else h.first_serial >= e.first_serial and h.last_serial <= e.last_serial end) is not true
      union all
      select ${batchPlace}, e.first_serial, e.last_serial, null, e.from_gis_account_id, null, e.id
      from ledger_entry e
      left join (${batches}) on b.id = e.batch_id
      left join certificate_holding h on h.since_entry_id = e.id and h.state in ('RETIRED', 'ROLLED_BACK')
      where e.kind in ('RETIRE', 'ROLL_BACK', 'RETIRE_COMPLIANCE', 'RETIRE_RESERVE', 'RETIRE_RESIDUAL') and h.batch_id is null`,
  },
];
