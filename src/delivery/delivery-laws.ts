import type { Law } from '../ledger/laws/law.js';
import { sql } from '../platform/sql.js';

/** What was recorded since changes are told: the kind that tells of it, its id, and when the database recorded it. */
const due = sql`
  select 'READING_ACCEPTED' as kind, id, recorded_at from reading
  union all
  select 'READING_SUPERSEDED', r.id, later.recorded_at from reading r join reading later on later.month = r.month and later.id = r.superseded_by
  union all select 'SYSTEM_REGISTERED', id, recorded_at from system
  union all select 'ROLE_BEGAN', id, recorded_at from system_role
  union all select 'METER_SET_UP', id, recorded_at from meter
  union all select 'STATEMENT_GRANTED', id, recorded_at from statement_of_qualification
  union all select 'ASSET_JOINED', id, recorded_at from gis_asset_membership
  union all select 'ASSET_HOLDER_BEGAN', id, recorded_at from gis_asset_holder
  union all select 'ISSUANCE_WRITTEN', id, recorded_at from issuance
  union all select 'ADJUSTMENT_WRITTEN', id, recorded_at from adjustment
  union all select 'LEDGER_' || kind, id, recorded_at from ledger_entry
  union all select 'FILING_SUBMITTED', id, recorded_at from compliance_filing
  union all select 'DOCUMENT_FILED', id, recorded_at from document`;

/** What is told of what happened, and how far it was posted. */
export const deliveryLaws: readonly Law[] = [
  {
    name: 'what-happened-is-told-once',
    sentence:
      'Every reading, role, meter, statement, issuance, ledger entry and the like that was recorded since changes are told is told of once.',
    violations: sql`
      with due as (${due}), told as (
        select kind, subject_id, count(*) as times from change_event group by kind, subject_id)
      select due.kind, due.id, coalesce(told.times, 0) as told
      from due left join told on told.kind = due.kind and told.subject_id = due.id
      where due.recorded_at >= (select min(began_at) from change_epoch) and told.times is distinct from 1`,
  },
  {
    name: 'what-is-told-happened',
    sentence: 'Nothing is told of a reading, role, meter, statement, issuance or ledger entry that there is not.',
    violations: sql`
      with due as (${due})
      select e.kind, e.subject_id as id
      from change_event e left join due on due.kind = e.kind and due.id = e.subject_id
      where due.id is null and (e.kind like 'READING\\_%' or e.kind like 'LEDGER\\_%' and e.kind <> 'LEDGER_DEPOSIT_UNSEALED'
        or e.kind in ('SYSTEM_REGISTERED', 'ROLE_BEGAN', 'METER_SET_UP', 'STATEMENT_GRANTED', 'ASSET_JOINED', 'ASSET_HOLDER_BEGAN',
          'ISSUANCE_WRITTEN', 'ADJUSTMENT_WRITTEN', 'FILING_SUBMITTED', 'DOCUMENT_FILED'))`,
  },
  {
    name: 'deliveries-follow-each-other',
    sentence:
      'A delivery to a webhook begins where the one before ended or later, and the webhook stands behind the last one.',
    violations: sql`
      select w.id as webhook, d.id as delivery
      from (select *, lead((after_epoch, after_xid, after_id)) over in_order as next_after from webhook_delivery
            where kind = 'CHANGES' window in_order as (partition by webhook_id order by after_epoch, after_xid, after_id)) d
      join webhook w on w.id = d.webhook_id
      where (d.until_epoch, d.until_xid, d.until_id) <= (d.after_epoch, d.after_xid, d.after_id)
        or (d.until_epoch, d.until_xid, d.until_id) > d.next_after
        or (d.until_epoch, d.until_xid, d.until_id) > (w.cursor_epoch, w.cursor_xid, w.cursor_id)`,
  },
];
