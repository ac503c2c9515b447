import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { batches, batchPlace, issuancePlace, issuances } from './places.js';

/** Certificates come into being by issuance alone, in the right account. Source: program/003 and 004; domain 4 and 7. */
export const certificateLaws: readonly Law[] = [
  {
    name: 'certificates-go-to-the-holder',
    sentence: 'Certificates go to the account that holds the asset in their month.',
    violations: sql`
      select ${issuancePlace}, i.gis_account_id as account, holder.gis_account_id as holder
      from ${issuances}
      left join gis_asset_holder holder on holder.asset_id = i.asset_id and holder.from_month <= i.month
        and (holder.until_month is null or holder.until_month > i.month) and holder.gis_account_id = i.gis_account_id
      where holder.id is null`,
  },
  {
    name: 'batch-is-what-was-minted',
    sentence:
      'A batch has as many certificates as its issuance minted, and exists exactly when any were, once its quarter is issued.',
    violations: sql`
      select asset.gis_id as asset, i.program, to_char(i.month, 'YYYY-MM') as month, i.id as issuance, b.id as batch,
             i.minted, b.quantity
      from ${issuances}
      left join issuance_run run on run.id = i.run_id
      full join certificate_batch b on b.issuance_id = i.id
      where coalesce(i.minted, 0) <> coalesce(b.quantity, 0) and (b.id is not null or run.completed_at is not null)
        or b.id is not null and (b.asset_id, b.program, b.vintage_month) is distinct from (i.asset_id, i.program, i.month)`,
  },
  {
    name: 'batch-is-entered-once',
    sentence: 'One entry mints the whole batch to the account of its issuance, when that is written or later.',
    violations: sql`
      select ${batchPlace}, b.quantity, count(e.id) as mint_entries, array_agg(e.id order by e.id) as entries
      from ${batches}
      left join issuance i on i.id = b.issuance_id
      left join ledger_entry e on e.batch_id = b.id and e.kind = 'MINT'
      group by b.id, asset.gis_id
      having count(e.id) <> 1 or not coalesce(bool_and(
        (e.first_serial, e.last_serial, e.issuance_id, e.to_gis_account_id)
          is not distinct from (1, b.quantity, b.issuance_id, i.gis_account_id) and e.unit_sequence >= i.unit_sequence), false)`,
  },
  {
    name: 'entry-names-its-batch',
    sentence:
      'An entry about certificates is of the asset, programme and month of their batch, and of numbers that it has.',
    violations: sql`
      select asset.gis_id as asset, e.id as entry, e.kind, e.batch_id as batch, e.first_serial, e.last_serial, b.quantity,
             e.program, to_char(e.vintage_month, 'YYYY-MM') as month
      from ledger_entry e
      left join gis_asset asset on asset.id = e.asset_id
      left join certificate_batch b on b.id = e.batch_id
      where e.kind not in ('RETIRE_REMAINDER', 'ROLL_BACK_REMAINDER', 'ADJUST') and (
        (e.asset_id, e.program, e.vintage_month) is distinct from (b.asset_id, b.program, b.vintage_month)
        or (e.first_serial between 1 and e.last_serial and e.last_serial <= b.quantity) is not true)`,
  },
  {
    name: 'remainder-is-entered-once',
    sentence:
      'One entry retires the non-eligible remainder of an issuance, and exists exactly when there is one, once its quarter is issued.',
    violations: sql`
      select asset.gis_id as asset, i.program, to_char(i.month, 'YYYY-MM') as month, coalesce(i.id, e.issuance_id) as issuance,
             i.retired_remainder_mwh, e.mwh as entered_mwh, e.count as entries
      from ${issuances}
      left join issuance_run run on run.id = i.run_id
      full join (
        select issuance_id, sum(remainder_mwh) as mwh, count(*) as count, min(asset_id) as asset_id, min(program) as program,
               min(vintage_month) as month, min(unit_sequence) as unit_sequence
        from ledger_entry where kind = 'RETIRE_REMAINDER' group by issuance_id) e on e.issuance_id = i.id
      where coalesce(i.retired_remainder_mwh, 0) <> coalesce(e.mwh, 0) and (e.count > 0 or run.completed_at is not null)
        or e.count > 1
        or e.count = 1 and ((e.asset_id, e.program, e.month) is distinct from (i.asset_id, i.program, i.month)
          or e.unit_sequence < i.unit_sequence)`,
  },
  {
    name: 'rolled-back-when-replaced',
    sentence:
      'The certificates and the remainder of an issuance are taken back by one entry each, in the unit that replaces it; of one that stands, never.',
    violations: sql`
      select ${issuancePlace}, later.id as replaced_by, expected.kind, back.count as entries, back.quantity, back.mwh
      from ${issuances}
      cross join (values ('ROLL_BACK'), ('ROLL_BACK_REMAINDER')) as expected (kind)
      left join issuance later on later.replaces_id = i.id
      left join (
        select issuance_id, kind, count(*) as count, sum(quantity) as quantity, sum(remainder_mwh) as mwh, min(unit_sequence) as unit_sequence
        from ledger_entry where kind in ('ROLL_BACK', 'ROLL_BACK_REMAINDER') group by issuance_id, kind) back
        on back.issuance_id = i.id and back.kind = expected.kind
      where case when later.id is null then back.issuance_id is not null
        else back.count > 1 or back.unit_sequence <> later.unit_sequence
          or case expected.kind when 'ROLL_BACK' then coalesce(back.quantity, 0) <> i.minted
            else coalesce(back.mwh, 0) <> i.retired_remainder_mwh end end`,
  },
  {
    name: 'terms-were-accepted',
    sentence: 'SRECs are issued only into accounts of organisations that have accepted the SREC terms and conditions.',
    violations: sql`
      select ${issuancePlace}, i.gis_account_id as account, account.organisation_id as organisation
      from ${issuances}
      join ledger_unit u on u.asset_id = i.asset_id and u.sequence = i.unit_sequence and u.format > 1
      left join gis_account account on account.id = i.gis_account_id
      where i.program <> 'CLASS_I' and i.minted > 0
        and not exists (select from terms_acceptance accepted where accepted.organisation_id = account.organisation_id)`,
  },
];
