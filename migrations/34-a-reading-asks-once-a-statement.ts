import { Migration } from '@mikro-orm/migrations';

/** The references of a reading: their names, their columns, and whose `id` stands there. */
const references = [
  ['reading_meter_fk', 'meter_id', 'meter'],
  ['reading_system_fk', 'system_id', 'system'],
  ['reading_submitted_by_fk', 'submitted_by', 'account'],
  ['reading_correction_fk', 'correction_id', 'correction'],
] as const;

/**
 * A foreign key asks for each row: of what 5,000 readings take of PostgreSQL to be inserted it was two thirds, 100 ms. What readings name is
 * never removed and keeps its id, so that it is there is asked once a statement, as the ledger's tables do (27).
 *
 * The towns of a submission are found by index, too: that its readings are noted for the roll-ups read all systems, however few it had.
 */
export class AReadingAsksOnceAStatement extends Migration {
  override up(): void {
    this.addSql(`
      create trigger meter_stays before delete or update of id on meter for each row execute function refuse_removal();
    `);
    const asked = references.map(
      ([name, column, parent]) => `
        if exists (select from (select distinct ${column} as id from added where ${column} is not null) named
                   where not exists (select from ${parent} there where there.id = named.id)) then
          raise exception 'insert or update on table "reading" violates foreign key constraint "${name}"'
            using errcode = 'foreign_key_violation', schema = 'public', table = 'reading', constraint = '${name}';
        end if;`,
    );
    this.addSql(`
      alter table reading ${references.map(([name]) => `drop constraint ${name}`).join(', ')};
      create function ask_references_of_reading() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin ${asked.join('')}
        return null;
      end $$;
      create trigger reading_refers_to_what_is_there after insert on reading
        referencing new table as added for each statement execute function ask_references_of_reading();

      alter function note_production() set enable_hashjoin = off;
      alter function note_production() set enable_mergejoin = off;
      alter function note_superseded() set enable_hashjoin = off;
      alter function note_superseded() set enable_mergejoin = off;
    `);
  }
}
