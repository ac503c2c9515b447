import { Migration } from '@mikro-orm/migrations';

/** A kind, the subject's id, its system, its month, when it happened: what a statement tells of the rows that it wrote. */
interface Told {
  readonly table: string;
  readonly on: 'insert' | 'update';
  /** From `added` (rows as they are now) and, of an update, `before`. */
  readonly select: string;
}

const inserted = (table: string, kind: string, columns: string): Told => ({
  ...{ table, on: 'insert' },
  select: `select ${kind}, ${columns} from added`,
});
const updated = (table: string, kind: string, columns: string, when: string): Told => ({
  ...{ table, on: 'update' },
  select: `select ${kind}, ${columns} from added join before on before.id = added.id where ${when}`,
});

/** In these the clock of the verb stands in no column. */
const verbTime = 'time_of_verb()';
const quarterMonth = (column: string) => `make_date(left(${column}, 4)::int, right(${column}, 1)::int * 3 - 2, 1)`;

const told: readonly Told[] = [
  inserted('reading', `'READING_ACCEPTED'`, 'id, system_id, month, submitted_at'),
  {
    table: 'reading',
    on: 'update',
    select: `select 'READING_SUPERSEDED', id, system_id, month, superseded_at from added`,
  },
  inserted('system', `'SYSTEM_REGISTERED'`, 'id, id, null::date, created_at'),
  inserted('system_role', `'ROLE_BEGAN'`, 'id, system_id, null::date, created_at'),
  updated(
    'system_role',
    `'ROLE_ENDED'`,
    `added.id, added.system_id, null::date, ${verbTime}`,
    'added.until_on is distinct from before.until_on',
  ),
  inserted('meter', `'METER_SET_UP'`, 'id, system_id, null::date, created_at'),
  {
    ...{ table: 'meter_replacement', on: 'insert' },
    select: `select 'METER_REPLACED', meter.id, meter.system_id, null::date, added.created_at from added join meter on meter.id = added.meter_id`,
  },
  inserted('statement_of_qualification', `'STATEMENT_GRANTED'`, 'id, system_id, null::date, created_at'),
  inserted('gis_asset_membership', `'ASSET_JOINED'`, 'id, system_id, from_month, created_at'),
  updated(
    'gis_asset_membership',
    `'ASSET_LEFT'`,
    `added.id, added.system_id, added.until_month, ${verbTime}`,
    'added.until_month is distinct from before.until_month',
  ),
  inserted('gis_asset_holder', `'ASSET_HOLDER_BEGAN'`, 'id, null::bigint, from_month, created_at'),
  updated(
    'gis_asset_holder',
    `'ASSET_HOLDER_ENDED'`,
    `added.id, null::bigint, added.until_month, ${verbTime}`,
    'added.until_month is distinct from before.until_month',
  ),
  {
    ...{ table: 'issuance_run', on: 'update' },
    select: `
      select 'QUARTER_REPORTED', added.id, null::bigint, ${quarterMonth('added.quarter')}, added.frozen_at
      from added join before on before.id = added.id where before.frozen_at is null and added.frozen_at is not null
      union all
      select 'QUARTER_ISSUED', added.id, null, ${quarterMonth('added.quarter')}, added.completed_at
      from added join before on before.id = added.id where before.completed_at is null and added.completed_at is not null`,
  },
  inserted('issuance', `'ISSUANCE_WRITTEN'`, 'id, null::bigint, month, occurred_at'),
  inserted('adjustment', `'ADJUSTMENT_WRITTEN'`, 'id, system_id, month, occurred_at'),
  inserted('ledger_entry', `'LEDGER_' || kind`, 'id, null::bigint, vintage_month, occurred_at'),
  inserted('transfer', `'TRANSFER_' || state`, 'id, null::bigint, null::date, created_at'),
  updated(
    'transfer',
    `'TRANSFER_' || added.state`,
    'added.id, null::bigint, null::date, added.decided_at',
    'added.state <> before.state',
  ),
  inserted('standing_transfer', `'STANDING_TRANSFER_' || state`, 'id, null::bigint, null::date, created_at'),
  updated(
    'standing_transfer',
    `'STANDING_TRANSFER_' || added.state`,
    `added.id, null::bigint, null::date, ${verbTime}`,
    'added.state <> before.state',
  ),
  inserted(
    'standing_transfer_execution',
    `'STANDING_TRANSFER_EXECUTED'`,
    'standing_transfer_id, null::bigint, month, occurred_at',
  ),
  inserted('broker_authorization', `'BROKER_AUTHORIZED'`, 'id, null::bigint, null::date, created_at'),
  updated(
    'broker_authorization',
    `'BROKER_AUTHORIZATION_ENDED'`,
    `added.id, null::bigint, null::date, ${verbTime}`,
    'added.until_on is distinct from before.until_on',
  ),
  inserted(
    'trading_period',
    `'TRADING_PERIOD_OPENED'`,
    `replace(quarter, '-Q', '')::bigint, null::bigint, ${quarterMonth('quarter')}, opened_at`,
  ),
  inserted('trading_year', `'TRADING_YEAR_CLOSED'`, 'year, null::bigint, null::date, closed_at'),
  inserted('auction', `'AUCTION_OPENED'`, 'id, null::bigint, null::date, created_at'),
  updated(
    'auction',
    `'AUCTION_' || added.state`,
    `added.id, null::bigint, null::date, ${verbTime}`,
    `added.state <> before.state and added.state in ('SETTLED', 'NOT_HELD')`,
  ),
  inserted('auction_round', `'AUCTION_ROUND_OPENED'`, 'auction_id, null::bigint, null::date, created_at'),
  {
    ...{ table: 'auction_round', on: 'update' },
    // What was sealed until then is told of a second time, to those who did not see it the first time.
    select: `
      select 'AUCTION_ROUND_CLOSED', added.auction_id, null::bigint, null::date, added.closed_at
      from added join before using (auction_id, round) where before.closed_at is null and added.closed_at is not null
      union all
      select 'LEDGER_DEPOSIT_UNSEALED', deposit.entry_id, null, entry.vintage_month, added.closed_at
      from added join before using (auction_id, round) join auction_deposit deposit on deposit.auction_id = added.auction_id
      join ledger_entry entry on entry.id = deposit.entry_id
      where before.closed_at is null and added.closed_at is not null and added.round = 1`,
  },
  inserted('compliance_filing', `'FILING_' || state`, 'id, null::bigint, null::date, submitted_at'),
  updated(
    'compliance_filing',
    `'FILING_' || added.state`,
    'added.id, null::bigint, null::date, added.decided_at',
    'added.state <> before.state',
  ),
  inserted('document', `'DOCUMENT_FILED'`, 'id, null::bigint, null::date, created_at'),
  inserted('program_document_version', `'PROGRAM_DOCUMENT_PUBLISHED'`, 'id, null::bigint, null::date, created_at'),
  {
    ...{ table: 'request_event', on: 'insert' },
    select: `select 'REQUEST_' || added.step, request.id, request.system_id, null::date, added.occurred_at
             from added join request on request.id = added.request_id`,
  },
];

/** What happened is told as a row, in the transaction in which it happened, in an order that has no gaps; and posted to whoever asked. */
export class WhatHappenedIsTold extends Migration {
  override up(): void {
    this.addSql(`
      -- Numbers of transactions mean something in one database of one cluster alone: elsewhere a new epoch begins.
      create function database_identity() returns text language sql stable as $$
        select (select system_identifier from pg_control_system()) || '/' || (select oid from pg_database where datname = current_database())
      $$;
      create table change_epoch (
        epoch int not null constraint change_epoch_pk primary key constraint change_epoch_range check (epoch between 1 and 65535),
        identity text not null,
        cursor_key bytea not null constraint change_epoch_key_length check (octet_length(cursor_key) = 32),
        began_at timestamptz not null default clock_timestamp()
      );
      create function change_epoch_now() returns int language plpgsql as $$
      declare
        last change_epoch;
      begin
        select * into last from change_epoch order by epoch desc limit 1;
        if last.identity = database_identity() then return last.epoch; end if;
        insert into change_epoch (epoch, identity, cursor_key) values (last.epoch + 1, database_identity(), last.cursor_key)
          on conflict on constraint change_epoch_pk do nothing;
        return (select max(epoch) from change_epoch);
      end $$;

      create function time_of_verb() returns timestamptz language sql volatile as $$
        select coalesce(nullif(current_setting('pts.now', true), '')::timestamptz, clock_timestamp())
      $$;

      create table change_event (
        epoch int not null,
        xid xid8 not null default pg_current_xact_id(),
        id bigint generated always as identity,
        kind text not null,
        subject_id bigint not null,
        system_id bigint,
        month date,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint change_event_pk primary key (epoch, xid, id)
      );
      create trigger change_event_is_append_only before update or delete on change_event
        for each statement execute function refuse_change();
      create trigger change_event_is_not_emptied before truncate on change_event
        for each statement execute function refuse_change();

      create table webhook (
        id bigint generated by default as identity constraint webhook_pk primary key,
        organisation_id bigint not null constraint webhook_organisation_fk references organisation,
        account_id bigint not null constraint webhook_account_fk references account,
        url text not null,
        description text not null,
        kinds text[] constraint webhook_kinds_are_some check (cardinality(kinds) > 0),
        state text not null constraint webhook_state_is_known check (state in ('ACTIVE', 'PAUSED', 'SUSPENDED', 'ENDED')),
        suspended_because text,
        cursor_epoch int not null,
        cursor_xid xid8 not null,
        cursor_id bigint not null,
        lease uuid,
        leased_until timestamptz,
        created_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint webhook_suspension_has_a_cause check ((state = 'SUSPENDED') = (suspended_because is not null)),
        constraint webhook_is_leased_whole check ((lease is null) = (leased_until is null))
      );
      create index webhook_of_organisation on webhook (organisation_id, id);

      -- What a signature is made with: it has to be known, so it is kept as it is. It opens nothing here.
      create table webhook_secret (
        webhook_id bigint not null constraint webhook_secret_webhook_fk references webhook,
        generation int not null,
        secret bytea not null constraint webhook_secret_length check (octet_length(secret) between 24 and 64),
        valid_until timestamptz,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint webhook_secret_pk primary key (webhook_id, generation)
      );

      create table webhook_delivery (
        id bigint not null constraint webhook_delivery_pk primary key,
        webhook_id bigint not null constraint webhook_delivery_webhook_fk references webhook,
        kind text not null constraint webhook_delivery_kind_is_known check (kind in ('CHANGES', 'PING')),
        state text not null constraint webhook_delivery_state_is_known check (state in ('PENDING', 'DELIVERED', 'FAILED')),
        body text not null,
        changes int not null constraint webhook_delivery_is_of_some check ((kind = 'CHANGES') = (changes > 0)),
        after_epoch int,
        after_xid xid8,
        after_id bigint,
        until_epoch int,
        until_xid xid8,
        until_id bigint,
        tries int not null default 0,
        due_at timestamptz,
        created_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        delivered_at timestamptz,
        constraint webhook_delivery_has_a_range check (num_nonnulls(after_epoch, after_xid, after_id, until_epoch, until_xid, until_id)
          = case kind when 'CHANGES' then 6 else 0 end),
        constraint webhook_delivery_is_delivered_once check ((state = 'DELIVERED') = (delivered_at is not null))
      );
      -- The next one is not made before this one is through.
      create unique index webhook_delivery_one_at_a_time on webhook_delivery (webhook_id) where kind = 'CHANGES' and state <> 'DELIVERED';
      create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, recorded_at, id);
      create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;
      create index webhook_delivery_recorded on webhook_delivery (recorded_at);

      create table webhook_attempt (
        delivery_id bigint not null constraint webhook_attempt_delivery_fk references webhook_delivery on delete cascade,
        attempt int not null,
        attempted_at timestamptz not null,
        duration_ms int not null,
        status int,
        error text,
        response text,
        constraint webhook_attempt_pk primary key (delivery_id, attempt)
      );
    `);
    for (const { table, on, select } of told) {
      const name = `tell_${table}_${on}`;
      this.addSql(`
        create function ${name}() returns trigger language plpgsql as $$
        declare
          epoch int := change_epoch_now();
        begin
          insert into change_event (epoch, kind, subject_id, system_id, month, occurred_at)
            select epoch, what.* from (${select}) as what (kind, subject_id, system_id, month, occurred_at)
            where what.kind is not null;
          return null;
        end $$;
        create trigger ${table}_is_told_of_${on} after ${on} on ${table}
          referencing new table as added ${on === 'update' ? 'old table as before' : ''}
          for each statement execute function ${name}();
      `);
    }
    this.addSql(`
      insert into change_epoch (epoch, identity, cursor_key)
        values (1, database_identity(), sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    `);
  }
}
