import { Migration } from '@mikro-orm/migrations';

/**
 * What a quarter of many systems cost beyond its rows: references of units that were asked for each row, entries in indexes that nothing
 * looks for, a second look at every reading that was used, a line for the roll-ups for each town and month.
 */
export class AQuarterIsWrittenWithFewerLooks extends Migration {
  override up(): void {
    this.askOfUnitsOnce();
    this.dropWhatNothingLooksFor();
    this.refuseSuperseded();
    this.noteSpans();
  }

  /** As migration 27 does for the other tables of the ledger. A chain that was locked is updated twice, and its asset was asked for each time. */
  private askOfUnitsOnce(): void {
    const refuse = (table: string, name: string) => `
          raise exception 'insert or update on table "${table}" violates foreign key constraint "${name}"'
            using errcode = 'foreign_key_violation', schema = 'public', table = '${table}', constraint = '${name}';`;
    this.addSql(`
      create trigger account_stays before delete or update of id on account for each row execute function refuse_removal();
      create function refuse_removal_of_chain() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.asset_id = old.asset_id then return new; end if;
        raise exception '% of a chain of the ledger is refused', tg_op using errcode = 'PTS01';
      end $$;
      create trigger ledger_stream_stays before delete or update of asset_id on ledger_stream
        for each row execute function refuse_removal_of_chain();

      alter table ledger_stream drop constraint ledger_stream_asset_fk;
      create function ask_references_of_ledger_stream() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        if exists (select from added where not exists (select from gis_asset there where there.id = added.asset_id)) then
          ${refuse('ledger_stream', 'ledger_stream_asset_fk')}
        end if;
        return null;
      end $$;
      create trigger ledger_stream_refers_to_what_is_there after insert on ledger_stream
        referencing new table as added for each statement execute function ask_references_of_ledger_stream();

      alter table ledger_unit drop constraint ledger_unit_stream_fk, drop constraint ledger_unit_created_by_fk;
      create function ask_references_of_ledger_unit() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        if exists (select from added where not exists (select from ledger_stream there where there.asset_id = added.asset_id)) then
          ${refuse('ledger_unit', 'ledger_unit_stream_fk')}
        end if;
        if exists (select from (select distinct created_by as id from added) named
                   where not exists (select from account there where there.id = named.id)) then
          ${refuse('ledger_unit', 'ledger_unit_created_by_fk')}
        end if;
        return null;
      end $$;
      create trigger ledger_unit_refers_to_what_is_there after insert on ledger_unit
        referencing new table as added for each statement execute function ask_references_of_ledger_unit();
    `);
  }

  /** A use is looked for by its reading, with or without its month; an entry by an account or a batch that it has. */
  private dropWhatNothingLooksFor(): void {
    this.addSql(`
      alter table reading_use drop constraint reading_use_once_per_month;
      alter table reading_use
        add constraint reading_use_once_per_month primary key (reading_month, reading_id, month, revision);
      drop index reading_use_of_reading;

      drop index ledger_entry_of_batch;
      create index ledger_entry_of_batch on ledger_entry (batch_id, first_serial) where batch_id is not null;
      drop index ledger_entry_from;
      create index ledger_entry_from on ledger_entry (from_gis_account_id, id) where from_gis_account_id is not null;
      drop index ledger_entry_to;
      create index ledger_entry_to on ledger_entry (to_gis_account_id, id) where to_gis_account_id is not null;
    `);
  }

  /** Whoever reports a month locks its readings, and sees there whether one was superseded meanwhile. A month written anew uses what it used. */
  private refuseSuperseded(): void {
    this.addSql(`
      create or replace function lock_readings_of_use() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      declare
        there bigint;
        superseded bigint;
      begin
        select count(*), count(*) filter (where locked.revision = 1 and locked.superseded_at is not null) into there, superseded
        from (select a.revision, r.superseded_at
              from added a join reading r on r.month = a.reading_month and r.id = a.reading_id for key share of r) locked;
        if there <> (select count(*) from added) then
          raise exception 'insert or update on table "reading_use" violates foreign key constraint "reading_use_reading_fk"'
            using errcode = 'foreign_key_violation', schema = 'public', table = 'reading_use', constraint = 'reading_use_reading_fk';
        end if;
        if superseded > 0 then
          raise exception '% readings were superseded while they were being reported', superseded using errcode = 'PTS02';
        end if;
        return null;
      end $$;
    `);
  }

  /** A system is looked up once, and a town noted once, from its first month to its last. */
  private noteSpans(): void {
    this.addSql(`
      create function note_used_production() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select s.town, min(c.from_month), max(c.until_month)
          from (select system_id, min(month) as from_month, max(month) as until_month from changed group by system_id) c
          join system s on s.id = c.system_id group by s.town;
        return null;
      end $$;
      drop trigger reading_use_is_noted on reading_use;
      create trigger reading_use_is_noted after insert on reading_use
        referencing new table as changed for each statement execute function note_used_production();
    `);
  }
}
