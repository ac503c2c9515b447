import { Migration } from '@mikro-orm/migrations';

/**
 * A piece of an export names the systems that its rows are of, so that whoever fetches it later is still asked for the rights in them.
 * Files of systems from before do not say it: what was completed is let go, what is under way is written anew.
 */
export class ExportsKnowTheirSystems extends Migration {
  override up(): void {
    this.addSql(`
      alter table export_piece add column system_ids bigint[] not null default '{}';

      delete from export_piece where export_id in (
        select id from export where content in ('SYSTEMS', 'READINGS', 'PRODUCTION') and state in ('RUNNING', 'COMPLETED'));
      update export set state = 'FORGOTTEN' where content in ('SYSTEMS', 'READINGS', 'PRODUCTION') and state = 'COMPLETED';
      update export set state = 'WAITING', progress_percent = 0, position = null, row_count = 0, piece_count = 0, byte_length = 0
        where content in ('SYSTEMS', 'READINGS', 'PRODUCTION') and state = 'RUNNING';

      -- What staff looks at before it reports a quarter; few readings are flagged, so few are written to.
      create index reading_flagged on reading (month, id) where superseded_at is null and flags <> '{}';
    `);
  }
}
