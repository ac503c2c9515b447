import { Migration } from '@mikro-orm/migrations';

/**
 * A line of the log names systems or a town. It named both, so whoever reported or issued waited until the town of each system was looked up:
 * 9 of the 70 ms of PostgreSQL in which 5,000 readings are inserted. Now the job looks the towns up, when it takes the lines on.
 *
 * Servers and workers of the version before go on meanwhile: a report that waited for this migration still names both, and an old worker takes
 * lines on without their town.
 */
export class ChangesNameSystemsOrATown extends Migration {
  override up(): void {
    this.addSql(`
      alter table rollup_dirty alter column town drop not null;
      update rollup_dirty set town = null where systems is not null;
      alter table rollup_dirty add constraint rollup_dirty_names_systems_or_a_town check (town is not null or systems is not null);
      alter table rollup_pending alter column town drop not null;

      create or replace function note_production() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (from_month, until_month, systems)
          select month, month, array_agg(system_id) from changed group by month;
        return null;
      end $$;
      create or replace function note_superseded() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        insert into rollup_dirty (from_month, until_month, systems)
          select month, month, array_agg(system_id) from (
            select system_id, month from changed
            union
            select c.system_id, share.month from changed c
            join estimated_share share on share.reading_month = c.month and share.reading_id = c.id) each
          group by month;
        return null;
      end $$;
      create or replace function note_used_production() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (from_month, until_month, systems)
          select from_month, until_month, array_agg(system_id)
          from (select system_id, min(month) as from_month, max(month) as until_month from changed group by system_id) spans
          group by from_month, until_month;
        return null;
      end $$;
      create or replace function note_role() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (from_month, until_month, systems)
          select date_trunc('month', from_on::timestamp)::date, case when tg_op = 'INSERT' then until_on end, array_agg(system_id)
          from changed where role = 'SYSTEM_REPRESENTATIVE' group by 1, 2;
        return null;
      end $$;
      create or replace function note_meter() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (from_month, systems)
          select date_trunc('month', installed_on::timestamp)::date, array_agg(system_id) from changed group by 1;
        return null;
      end $$;
    `);
  }
}
