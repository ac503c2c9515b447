import { Migration } from '@mikro-orm/migrations';

/**
 * A quarter is reported to the GIS, frozen, and then minted; what turns out to be wrong later is corrected by new rows: an issuance
 * is rolled back and written anew while its certificates lie untouched, otherwise an adjustment goes into the next issuance.
 */
export class WhatWasReportedIsCorrectedInTheOpen extends Migration {
  override up(): void {
    this.addSql(`
      alter table issuance_run add column reported_at timestamptz, add column reported_by bigint
          constraint issuance_run_reported_by_fk references account, add column report_reason text, add column frozen_at timestamptz;
      alter table issuance_run disable trigger issuance_run_is_append_only;
      update issuance_run set reported_at = issued_at, reported_by = issued_by, report_reason = reason, frozen_at = completed_at;
      alter table issuance_run enable trigger issuance_run_is_append_only;
      alter table issuance_run
        alter column reported_at set not null, alter column reported_by set not null, alter column report_reason set not null,
        alter column issued_at drop not null, alter column issued_by drop not null, alter column reason drop not null,
        add constraint issuance_run_is_issued_whole
          check (num_nonnulls(issued_at, issued_by, reason) in (0, 3)),
        add constraint issuance_run_is_frozen_before_it_is_issued check (frozen_at is not null or completed_at is null);
      create or replace function guard_issuance_run() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE'
           and (old.frozen_at is null or new.frozen_at is not distinct from old.frozen_at)
           and (old.issued_at is null or (new.issued_at, new.issued_by, new.reason) is not distinct from (old.issued_at, old.issued_by, old.reason))
           and (old.completed_at is null or new.completed_at is not distinct from old.completed_at)
           and (to_jsonb(new) - '{frozen_at,issued_at,issued_by,reason,completed_at}'::text[])
             = (to_jsonb(old) - '{frozen_at,issued_at,issued_by,reason,completed_at}'::text[])
           and to_jsonb(new) <> to_jsonb(old) then
          return new;
        end if;
        raise exception 'append-only: % on issuance_run is refused', tg_op using errcode = 'PTS01';
      end $$;

      alter table ledger_unit
        drop constraint ledger_unit_kind_is_known,
        add constraint ledger_unit_kind_is_known check (kind in ('REPORT', 'ISSUE', 'RETIRE', 'CORRECT'));

      alter table issuance
        add column revision int not null default 1 constraint issuance_revision_is_positive check (revision > 0),
        add column adjustment_mwh numeric(24, 10) not null default 0,
        add column replaces_id bigint constraint issuance_replaces_fk references issuance
          constraint issuance_replaced_once unique,
        alter column opening_gis_carry_mwh type numeric(24, 10),
        alter column closing_gis_carry_mwh type numeric(24, 10),
        drop constraint issuance_program_is_known,
        drop constraint issuance_once_per_asset_program_month,
        drop constraint issuance_conserves,
        drop constraint issuance_carry_is_a_fraction,
        add constraint issuance_program_is_known check (program in ('SREC_I', 'SREC_II', 'CLASS_I')),
        add constraint issuance_once_per_asset_program_month unique (asset_id, program, month, revision),
        add constraint issuance_conserves
          check (opening_gis_carry_mwh + eligible_mwh + adjustment_mwh = minted + closing_gis_carry_mwh),
        add constraint issuance_carry_is_a_fraction
          check (closing_gis_carry_mwh < 1 and (closing_gis_carry_mwh >= 0 or minted = 0)),
        add constraint issuance_of_a_later_revision_replaces_one check ((revision > 1) = (replaces_id is not null));
      alter table issuance_factor add column deferred_kwh numeric(20, 3) not null default 0;
      alter table reading_use
        add column revision int not null default 1,
        drop constraint reading_use_once_per_month;
      alter table reading_use
        add constraint reading_use_once_per_month primary key (month, reading_month, reading_id, revision);
      alter table certificate_batch drop constraint certificate_batch_once_per_vintage;
      create index certificate_batch_of_vintage on certificate_batch (asset_id, program, vintage_month);

      create table gis_report (
        run_id bigint not null constraint gis_report_pk primary key constraint gis_report_run_fk references issuance_run,
        line_count int not null,
        reported_mwh numeric(20, 3) not null,
        sha256 bytea not null constraint gis_report_hash_length check (octet_length(sha256) = 32),
        frozen_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        frozen_by bigint not null constraint gis_report_frozen_by_fk references account
      );

      -- What was uploaded for a quarter, line by line: NON assets alone, since others are metered by the grid operator.
      create function gis_report_lines(run bigint)
      returns table (gis_id text, month date, reported_mwh numeric, line text) language sql stable as $$
        select asset.gis_id, i.month, sum(i.reported_mwh),
               substr(asset.gis_id, 4) || ',' || to_char(i.month, 'MM/YYYY') || ',' || to_char(sum(i.reported_mwh), 'FM999999999999990.000')
        from issuance i join gis_asset asset on asset.id = i.asset_id
        where i.run_id = run and i.revision = 1 and asset.gis_id like 'NON%'
        group by asset.gis_id, i.month
      $$;
      create function gis_report_file(run bigint) returns text language sql stable as $$
        select coalesce(string_agg(line || E'\\n', '' order by substr(gis_id, 4)::numeric, gis_id collate "C", month), '')
        from gis_report_lines(run)
      $$;
      insert into gis_report (run_id, line_count, reported_mwh, sha256, frozen_at, frozen_by)
        select run.id, (select count(*) from gis_report_lines(run.id)),
               (select coalesce(sum(reported_mwh), 0) from gis_report_lines(run.id)),
               sha256(convert_to(gis_report_file(run.id), 'UTF8')), run.frozen_at, run.reported_by
        from issuance_run run where run.frozen_at is not null;

      create table correction (
        id bigint generated by default as identity constraint correction_pk primary key,
        kind text not null constraint correction_kind_is_known check (kind in ('READING', 'RELEASE', 'DISMISSAL')),
        system_id bigint not null constraint correction_system_fk references system,
        reason text not null constraint correction_reason_is_given check (reason <> ''),
        occurred_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        created_by bigint not null constraint correction_created_by_fk references account
      );
      create index correction_of_system on correction (system_id, id);

      create table correction_document (
        correction_id bigint not null constraint correction_document_correction_fk references correction,
        document_id bigint not null constraint correction_document_document_fk references document,
        constraint correction_document_pk primary key (correction_id, document_id)
      );

      alter table reading add column correction_id bigint constraint reading_correction_fk references correction;

      create table adjustment (
        id bigint generated by default as identity constraint adjustment_pk primary key,
        kind text not null constraint adjustment_kind_is_known check (kind in ('PRIOR_PERIOD', 'DEFERRED')),
        correction_id bigint not null constraint adjustment_correction_fk references correction,
        asset_id bigint not null,
        unit_sequence bigint not null,
        program text not null constraint adjustment_program_is_known check (program in ('SREC_I', 'SREC_II', 'CLASS_I')),
        month date not null constraint adjustment_month_is_a_month check (extract(day from month) = 1),
        system_id bigint not null constraint adjustment_system_fk references system,
        issuance_id bigint constraint adjustment_issuance_fk references issuance,
        srec_factor numeric(5, 4) not null,
        production_kwh numeric(20, 3) not null,
        eligible_kwh numeric(20, 3) not null,
        reported_mwh numeric(24, 10) not null,
        eligible_mwh numeric(24, 10) not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint adjustment_unit_fk foreign key (asset_id, unit_sequence) references ledger_unit deferrable initially deferred,
        constraint adjustment_applies_the_factor check (kind = 'DEFERRED' or eligible_mwh = reported_mwh * srec_factor),
        constraint adjustment_deferred_is_a_rest check (kind = 'PRIOR_PERIOD' or issuance_id is not null)
      );
      create index adjustment_of_asset on adjustment (asset_id, program, id);
      create index adjustment_of_system on adjustment (system_id, month);
      create index adjustment_of_issuance on adjustment (issuance_id);

      -- What an adjustment takes out (-1) and puts in (+1): the production of a reading for a month.
      create table adjustment_use (
        adjustment_id bigint not null constraint adjustment_use_adjustment_fk references adjustment,
        reading_month date not null,
        reading_id bigint not null,
        sign smallint not null constraint adjustment_use_sign_is_known check (sign in (-1, 1)),
        month date not null,
        system_id bigint not null constraint adjustment_use_system_fk references system,
        production_kwh numeric(15, 3) not null,
        eligible_kwh numeric(15, 3) not null,
        constraint adjustment_use_pk primary key (adjustment_id, reading_month, reading_id),
        constraint adjustment_use_reading_fk foreign key (reading_month, reading_id) references reading (month, id)
      );
      create unique index adjustment_use_once on adjustment_use (month, reading_month, reading_id, sign);
      create index adjustment_use_of_system on adjustment_use (system_id, month);

      create table adjustment_application (
        adjustment_id bigint not null constraint adjustment_application_pk primary key
          constraint adjustment_application_adjustment_fk references adjustment,
        issuance_id bigint not null constraint adjustment_application_issuance_fk references issuance
      );
      create index adjustment_application_of_issuance on adjustment_application (issuance_id);

      create table dismissed_production (
        month date not null,
        reading_month date not null,
        reading_id bigint not null,
        correction_id bigint not null constraint dismissed_production_correction_fk references correction,
        system_id bigint not null constraint dismissed_production_system_fk references system,
        production_kwh numeric(15, 3) not null,
        constraint dismissed_production_pk primary key (month, reading_month, reading_id),
        constraint dismissed_production_reading_fk foreign key (reading_month, reading_id) references reading (month, id)
      );

      alter table ledger_entry
        add column adjustment_id bigint constraint ledger_entry_adjustment_fk references adjustment,
        add column adjusted_mwh numeric(24, 10),
        drop constraint ledger_entry_kind_is_known,
        drop constraint ledger_entry_says_what_moved,
        add constraint ledger_entry_kind_is_known check (kind in ('MINT', 'RETIRE_REMAINDER', 'RETIRE', 'ROLL_BACK',
          'ROLL_BACK_REMAINDER', 'ADJUST')),
        add constraint ledger_entry_says_what_moved check (case
          when kind = 'ADJUST' then adjustment_id is not null and adjusted_mwh is not null and adjusted_mwh <> 0
            and num_nonnulls(batch_id, first_serial, last_serial, remainder_mwh) = 0
            and (from_gis_account_id is not null) = (adjusted_mwh < 0) and (to_gis_account_id is not null) = (adjusted_mwh > 0)
          when num_nonnulls(adjustment_id, adjusted_mwh) > 0 then false
          when kind = 'MINT' then batch_id is not null and first_serial = 1 and last_serial is not null and issuance_id is not null
            and from_gis_account_id is null and to_gis_account_id is not null and remainder_mwh is null
          when kind in ('RETIRE_REMAINDER', 'ROLL_BACK_REMAINDER') then num_nonnulls(batch_id, first_serial, last_serial) = 0
            and remainder_mwh > 0 and issuance_id is not null
          else batch_id is not null and first_serial is not null and last_serial is not null
            and from_gis_account_id is not null and to_gis_account_id is null and remainder_mwh is null
            and (kind = 'ROLL_BACK') = (issuance_id is not null) end);
      create index ledger_entry_of_adjustment on ledger_entry (adjustment_id) where adjustment_id is not null;

      alter table certificate_holding
        drop constraint certificate_holding_state_is_known,
        add constraint certificate_holding_state_is_known check (state in ('ACTIVE', 'RETIRED', 'ROLLED_BACK'));
      create or replace function guard_certificate_holding() returns trigger language plpgsql as $$
      begin
        if old.state <> 'ACTIVE' then
          raise exception 'append-only: % of a certificate that is retired or rolled back is refused', tg_op using errcode = 'PTS01';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;

      create or replace view production_in_force as
        select r.month, r.system_id, r.meter_id, r.month as reading_month, r.id as reading_id,
               r.production_kwh, r.estimated, false as forfeited, r.channel
        from reading r where r.superseded_at is null
        union all
        select s.month, s.system_id, r.meter_id, s.reading_month, s.reading_id, s.production_kwh, true, s.forfeited, r.channel
        from estimated_share s
        join reading r on r.month = s.reading_month and r.id = s.reading_id and r.superseded_at is null;

      -- Production in the term of the statement of qualification under which it counts.
      create view qualified_production as
        select p.*, q.id as statement_id, q.program, q.srec_factor, q.effective_on, q.last_eligible_quarter,
               q.continues_id
        from production_in_force p
        join statement_of_qualification q on q.system_id = p.system_id
          and p.month >= date_trunc('month', q.effective_on::timestamp)
          and (q.last_eligible_quarter is null or to_char(p.month, 'YYYY"-Q"Q') <= q.last_eligible_quarter);

      -- Qualified production of a quarter that is reported, or lies before one that is, and was not used in it: because it came
      -- later, or no asset, account, meter or acceptance of the terms let it. It is never issued by itself: staff decides.
      drop view production_awaiting_staff;
      create view production_awaiting_staff as
        select p.*
        from qualified_production p
        where to_char(p.month, 'YYYY"-Q"Q') <= (select max(run.quarter) from issuance_run run where run.frozen_at is not null)
          and not p.forfeited
          and not exists (select from reading_use used
            where used.month = p.month and used.reading_month = p.reading_month and used.reading_id = p.reading_id)
          and not exists (select from adjustment_use used
            where used.month = p.month and used.reading_month = p.reading_month and used.reading_id = p.reading_id and used.sign = 1)
          and not exists (select from dismissed_production d
            where d.month = p.month and d.reading_month = p.reading_month and d.reading_id = p.reading_id);
    `);
    for (const table of [
      'gis_report',
      'correction',
      'correction_document',
      'adjustment',
      'adjustment_use',
      'adjustment_application',
      'dismissed_production',
    ]) {
      this.addSql(`
        create trigger ${table}_is_append_only before update or delete on ${table}
          for each row execute function refuse_change();
        create trigger ${table}_is_not_emptied before truncate on ${table}
          for each statement execute function refuse_change();
      `);
    }
  }
}
