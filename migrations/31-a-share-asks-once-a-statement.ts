import { Migration } from '@mikro-orm/migrations';

/**
 * A reading after missed months brings a share for each of them. A foreign key to `reading`, which is partitioned, is planned anew for
 * every row, and that was most of what a large file after missed months cost. Readings and systems are never removed and keep their
 * ids, so that they are there when a share is written is asked once a statement, as the ledger's tables do (27). By index, whatever the
 * month held when the plan was made: a partition may be new in the same transaction.
 */
export class AShareAsksOnceAStatement extends Migration {
  override up(): void {
    this.addSql(`
      alter table estimated_share drop constraint estimated_share_reading_fk, drop constraint estimated_share_system_fk;
      create function ask_references_of_estimated_share() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
      begin
        if exists (select from (select distinct reading_month, reading_id from added) named
                   where not exists (select from reading there
                     where there.month = named.reading_month and there.id = named.reading_id)) then
          raise exception 'insert or update on table "estimated_share" violates foreign key constraint "estimated_share_reading_fk"'
            using errcode = 'foreign_key_violation', schema = 'public', table = 'estimated_share', constraint = 'estimated_share_reading_fk';
        end if;
        if exists (select from (select distinct system_id from added) named
                   where not exists (select from system there where there.id = named.system_id)) then
          raise exception 'insert or update on table "estimated_share" violates foreign key constraint "estimated_share_system_fk"'
            using errcode = 'foreign_key_violation', schema = 'public', table = 'estimated_share', constraint = 'estimated_share_system_fk';
        end if;
        return null;
      end $$;
      create trigger estimated_share_refers_to_what_is_there after insert on estimated_share
        referencing new table as added for each statement execute function ask_references_of_estimated_share();
    `);
  }
}
