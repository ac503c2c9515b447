import { Migration } from '@mikro-orm/migrations';

/**
 * Lines of the log name the systems that changed, where they are known, so that a run computes those and not their towns. A system's month
 * is rolled up with everything by which it is counted, so that all coarser roll-ups are sums of these rows, without a look at the record.
 * A line without systems is of the whole town, and of what was minted in its months.
 *
 * Everything is rolled up anew.
 */
export class ChangesNameTheirSystems extends Migration {
  override up(): void {
    this.addSql(`
      alter table rollup_dirty add column systems bigint[];
      drop table rollup_pending;
      create table rollup_pending (
        id bigint generated always as identity constraint rollup_pending_pk primary key,
        month date not null,
        town text not null,
        systems bigint[]
      );

      -- A month of a system that produced (production_kwh is null where it did not), or is to report it or did (to_report).
      drop table system_month_rollup;
      create table system_month_rollup (
        month date not null,
        system_id bigint not null,
        town text not null,
        technology text not null,
        program text not null,
        market_sector text not null,
        production_kwh numeric(20, 3),
        estimated_kwh numeric(20, 3) not null,
        eligible_mwh numeric(24, 10) not null,
        unused_readings int not null,
        unused_kwh numeric(20, 3) not null,
        to_report boolean not null,
        das_provider_id bigint not null,
        reported_on date,
        flagged_readings int not null,
        oldest_flagged_at timestamptz,
        constraint system_month_rollup_pk primary key (system_id, month) include (production_kwh, estimated_kwh)
      );
      create index system_month_rollup_of_town on system_month_rollup (month, town);

      truncate production_rollup, production_month_rollup, production_town_rollup, reporting_rollup, reporter_rollup, minted_rollup;
      update rollup_state set as_of = null;
      insert into rollup_dirty (town, from_month)
        select distinct town, date '1900-01-01' from system
        union all select '', '1900-01-01' where exists (select from certificate_batch);

      create or replace function note_production() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        insert into rollup_dirty (town, from_month, until_month, systems)
          select s.town, c.month, c.month, array_agg(c.system_id) from changed c join system s on s.id = c.system_id
          group by s.town, c.month;
        return null;
      end $$;
      create or replace function note_superseded() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        insert into rollup_dirty (town, from_month, until_month, systems)
          select s.town, each.month, each.month, array_agg(each.system_id) from (
            select c.system_id, c.month from changed c
            union
            select c.system_id, share.month from changed c
            join estimated_share share on share.reading_month = c.month and share.reading_id = c.id) each
          join system s on s.id = each.system_id group by s.town, each.month;
        return null;
      end $$;
      create or replace function note_used_production() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month, systems)
          select s.town, c.from_month, c.until_month, array_agg(c.system_id)
          from (select system_id, min(month) as from_month, max(month) as until_month from changed group by system_id) c
          join system s on s.id = c.system_id group by s.town, c.from_month, c.until_month;
        return null;
      end $$;
      create or replace function note_role() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month, systems)
          select s.town, date_trunc('month', c.from_on::timestamp)::date, case when tg_op = 'INSERT' then c.until_on end, array_agg(s.id)
          from changed c join system s on s.id = c.system_id where c.role = 'SYSTEM_REPRESENTATIVE' group by 1, 2, 3;
        return null;
      end $$;
      create or replace function note_meter() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, systems)
          select s.town, min(date_trunc('month', c.installed_on::timestamp)::date), array_agg(s.id)
          from changed c join system s on s.id = c.system_id group by s.town;
        return null;
      end $$;
    `);
  }
}
