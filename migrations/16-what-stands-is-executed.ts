import { Migration } from '@mikro-orm/migrations';

/** Trading periods that were opened, and what became of each standing transfer in each month; why an authorization of a broker ended. */
export class WhatStandsIsExecuted extends Migration {
  override up(): void {
    this.addSql(`
      create table trading_period (
        quarter text not null constraint trading_period_pk primary key
          constraint trading_period_is_a_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
        opened_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        opened_by bigint not null constraint trading_period_opened_by_fk references account,
        reason text not null,
        completed_at timestamptz
      );

      create table standing_transfer_execution (
        standing_transfer_id bigint not null constraint standing_transfer_execution_standing_fk references standing_transfer,
        month date not null constraint standing_transfer_execution_month_is_a_month check (extract(day from month) = 1),
        asked int not null constraint standing_transfer_execution_asked_range check (asked >= 0),
        moved int not null constraint standing_transfer_execution_moved_range check (moved between 0 and asked),
        failure text constraint standing_transfer_execution_failure_is_given check (failure <> ''),
        transfer_id bigint constraint standing_transfer_execution_transfer_fk references transfer,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint standing_transfer_execution_pk primary key (standing_transfer_id, month),
        constraint standing_transfer_execution_moves_by_a_transfer check ((moved > 0) = (transfer_id is not null))
      );
      create index standing_transfer_execution_of_transfer on standing_transfer_execution (transfer_id);
      create trigger standing_transfer_execution_is_append_only before update or delete on standing_transfer_execution
        for each row execute function refuse_change();
      create trigger standing_transfer_execution_is_not_emptied before truncate on standing_transfer_execution
        for each statement execute function refuse_change();

      create index transfer_offered on transfer (id) where state = 'OFFERED';
      create index transfer_range_of_batch on transfer_range (batch_id, first_serial);
      create index transfer_of_proposer on transfer (proposed_by_organisation_id, id);
      alter table broker_authorization
        add column end_reason text constraint broker_authorization_end_reason_is_given check (end_reason <> ''),
        add constraint broker_authorization_ends_whole check ((ended_by is null) = (end_reason is null));

      -- What was retired before uses were kept was retired voluntarily: there was no other way.
      insert into certificate_use (entry_id, purpose, organisation_id)
        select e.id, 'VOLUNTARY', account.organisation_id
        from ledger_entry e join gis_account account on account.id = e.from_gis_account_id
        where e.kind = 'RETIRE' and not exists (select from certificate_use u where u.entry_id = e.id);
    `);
  }
}
