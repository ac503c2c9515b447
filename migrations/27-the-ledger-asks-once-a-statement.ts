import { Migration } from '@mikro-orm/migrations';

/** A reference of a table of the ledger: its name, its column, and whose `id` stands there. */
type Reference = readonly [name: string, column: string, parent: string];

/**
 * The references of what an issuance writes by the hundred thousand. Their parents are never removed and keep their ids, so that one is
 * there when the row is written is all there is to ask.
 */
const references: Readonly<Record<string, readonly Reference[]>> = {
  issuance: [
    ['issuance_run_fk', 'run_id', 'issuance_run'],
    ['issuance_account_fk', 'gis_account_id', 'gis_account'],
  ],
  issuance_factor: [['issuance_factor_issuance_fk', 'issuance_id', 'issuance']],
  issuance_system: [
    ['issuance_system_issuance_fk', 'issuance_id', 'issuance'],
    ['issuance_system_system_fk', 'system_id', 'system'],
  ],
  reading_use: [
    ['reading_use_system_fk', 'system_id', 'system'],
    ['reading_use_issuance_fk', 'issuance_id', 'issuance'],
  ],
  certificate_batch: [
    ['certificate_batch_issuance_fk', 'issuance_id', 'issuance'],
    ['certificate_batch_asset_fk', 'asset_id', 'gis_asset'],
  ],
  ledger_entry: [
    ['ledger_entry_issuance_fk', 'issuance_id', 'issuance'],
    ['ledger_entry_batch_fk', 'batch_id', 'certificate_batch'],
    ['ledger_entry_from_fk', 'from_gis_account_id', 'gis_account'],
    ['ledger_entry_to_fk', 'to_gis_account_id', 'gis_account'],
  ],
  certificate_holding: [
    ['certificate_holding_batch_fk', 'batch_id', 'certificate_batch'],
    ['certificate_holding_account_fk', 'gis_account_id', 'gis_account'],
    ['certificate_holding_entry_fk', 'since_entry_id', 'ledger_entry'],
  ],
};

/** The lines of units, with the deferred references that go. */
const lines = {
  issuance: 'issuance_unit_fk',
  ledger_entry: 'ledger_entry_unit_fk',
  adjustment: 'adjustment_unit_fk',
} as const;

/** Those parents that no trigger kept from being removed yet. */
const keptParents = ['system', 'gis_account', 'gis_asset'] as const;

/**
 * A foreign key asks for each row; the ledger's tables ask once for each statement, by triggers with the same names, codes and
 * strength. Lines are written to a unit while its chain is locked by the same transaction, and to no other; that the unit is closed
 * is asked once for each chain when the transaction ends.
 */
export class TheLedgerAsksOnceAStatement extends Migration {
  override up(): void {
    for (const [table, of] of Object.entries(references)) this.askOnce(table, of);
    this.lockReadings();
    this.addSql(`
      create function refuse_removal() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.id = old.id then return new; end if;
        raise exception '% of a % that the ledger may name is refused', tg_op, tg_table_name using errcode = 'PTS01';
      end $$;
    `);
    for (const parent of keptParents) {
      this.addSql(`
        create trigger ${parent}_stays before delete or update of id on ${parent} for each row execute function refuse_removal();
      `);
    }
    this.openChains();
  }

  /** Nested loops: a plan that was made for one row, or for thousands, must serve both. */
  private askOnce(table: string, of: readonly Reference[]): void {
    const asked = of.map(
      ([name, column, parent]) => `
        if exists (select from (select distinct ${column} as id from added where ${column} is not null) named
                   where not exists (select from ${parent} there where there.id = named.id)) then
          raise exception 'insert or update on table "${table}" violates foreign key constraint "${name}"'
            using errcode = 'foreign_key_violation', schema = 'public', table = '${table}', constraint = '${name}';
        end if;`,
    );
    this.addSql(`
      alter table ${table} ${of.map(([name]) => `drop constraint ${name}`).join(', ')};
      create function ask_references_of_${table}() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin ${asked.join('')}
        return null;
      end $$;
      create trigger ${table}_refers_to_what_is_there after insert on ${table}
        referencing new table as added for each statement execute function ask_references_of_${table}();
    `);
    if (table !== 'certificate_holding') return; // the others are append-only
    this.addSql(`
      create trigger ${table}_goes_on_to_refer after update on ${table}
        referencing new table as added for each statement execute function ask_references_of_${table}();
    `);
  }

  /** As a foreign key does, it locks each reading against being superseded until the transaction ends. */
  private lockReadings(): void {
    this.addSql(`
      alter table reading_use drop constraint reading_use_reading_fk;
      create function lock_readings_of_use() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        if (select count(*) from (
              select from added a join reading r on r.month = a.reading_month and r.id = a.reading_id for key share of r) locked)
           <> (select count(*) from added) then
          raise exception 'insert or update on table "reading_use" violates foreign key constraint "reading_use_reading_fk"'
            using errcode = 'foreign_key_violation', schema = 'public', table = 'reading_use', constraint = 'reading_use_reading_fk';
        end if;
        return null;
      end $$;
      create trigger reading_use_locks_its_readings after insert on reading_use
        referencing new table as added for each statement execute function lock_readings_of_use();
    `);
  }

  private openChains(): void {
    this.addSql(`
      alter table ledger_stream add column opened_in xid8;

      create function refuse_lines_without_unit() returns trigger language plpgsql as $$
      begin
        if not exists (select from ledger_unit u where u.asset_id = new.asset_id and u.sequence = new.sequence + 1)
           and (exists (select from issuance l where l.asset_id = new.asset_id and l.unit_sequence = new.sequence + 1)
             or exists (select from ledger_entry l where l.asset_id = new.asset_id and l.unit_sequence = new.sequence + 1)
             or exists (select from adjustment l where l.asset_id = new.asset_id and l.unit_sequence = new.sequence + 1)) then
          raise exception 'unit % of asset % has lines and was not closed', new.sequence + 1, new.asset_id
            using errcode = 'foreign_key_violation', schema = 'public', table = 'ledger_stream', constraint = 'ledger_stream_closes_units';
        end if;
        return null;
      end $$;
      create constraint trigger ledger_stream_closes_units after insert or update of opened_in on ledger_stream
        deferrable initially deferred for each row when (new.opened_in is not null) execute function refuse_lines_without_unit();
    `);
    for (const [table, constraint] of Object.entries(lines)) {
      this.addSql(`
        alter table ${table} drop constraint ${constraint};
        create function ask_unit_of_${table}() returns trigger language plpgsql
          set enable_hashjoin = off set enable_mergejoin = off as $$
        begin
          if exists (select from (select distinct asset_id, unit_sequence from added) named
                     where not exists (select from ledger_stream s where s.asset_id = named.asset_id
                       and s.sequence + 1 = named.unit_sequence and s.opened_in = pg_current_xact_id())) then
            raise exception 'a line of "${table}" is not of the unit that this transaction opened'
              using errcode = 'foreign_key_violation', schema = 'public', table = '${table}', constraint = '${constraint}';
          end if;
          return null;
        end $$;
        create trigger ${table}_is_of_an_open_unit after insert on ${table}
          referencing new table as added for each statement execute function ask_unit_of_${table}();
      `);
    }
  }
}
