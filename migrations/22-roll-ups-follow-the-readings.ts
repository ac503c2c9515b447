import { Migration } from '@mikro-orm/migrations';

/**
 * Roll-ups of production, reporting and systems, by town. Whoever changes what they are made of adds lines to an append-only log in the
 * same transaction, one for each town and span of months of a statement; a recurring job takes the lines and computes anew what they
 * name. So a submission writes no row that another one writes, and what commits late is found late and not missed.
 */
export class RollUpsFollowTheReadings extends Migration {
  override up(): void {
    this.addSql(`
      create table rollup_dirty (
        id bigint generated always as identity constraint rollup_dirty_pk primary key,
        town text not null,
        from_month date,
        until_month date
      );
      create table rollup_pending (
        month date not null,
        town text not null,
        constraint rollup_pending_pk primary key (month, town)
      );
      create table rollup_month (
        month date not null constraint rollup_month_pk primary key
          constraint rollup_month_is_a_month check (extract(day from month) = 1)
      );
      create table rollup_state (
        only_row boolean not null default true constraint rollup_state_pk primary key constraint rollup_state_is_one check (only_row),
        as_of timestamptz
      );
      insert into rollup_state default values;

      -- What a system produced in a month, whatever its meters and shares: for sums over the systems of one party.
      create table system_month_rollup (
        system_id bigint not null,
        month date not null,
        production_kwh numeric(20, 3) not null,
        estimated_kwh numeric(20, 3) not null,
        constraint system_month_rollup_pk primary key (system_id, month) include (production_kwh, estimated_kwh)
      );
      create table production_rollup (
        month date not null,
        town text not null,
        technology text not null,
        program text not null,
        market_sector text not null,
        systems int not null,
        production_kwh numeric(20, 3) not null,
        estimated_kwh numeric(20, 3) not null,
        eligible_mwh numeric(24, 10) not null,
        unused_readings int not null,
        unused_kwh numeric(20, 3) not null,
        constraint production_rollup_pk primary key (month, town, technology, program, market_sector)
      );
      create index production_rollup_of_town on production_rollup (town, month);
      -- The same summed over the towns, and over all but the towns.
      create table production_month_rollup (like production_rollup,
        constraint production_month_rollup_pk primary key (month, technology, program, market_sector));
      alter table production_month_rollup drop column town;
      create table production_town_rollup (like production_rollup, constraint production_town_rollup_pk primary key (month, town));
      alter table production_town_rollup drop column technology, drop column program, drop column market_sector;
      create table reporting_rollup (
        month date not null,
        town text not null,
        reported_on date not null,
        systems int not null,
        flagged_readings int not null,
        oldest_flagged_at timestamptz,
        constraint reporting_rollup_pk primary key (month, town, reported_on)
      );
      create index reporting_rollup_flagged on reporting_rollup (month) where flagged_readings > 0;
      create table reporter_rollup (
        month date not null,
        town text not null,
        das_provider_id bigint not null,
        expected_systems int not null,
        reported_systems int not null,
        last_reported_on date,
        constraint reporter_rollup_pk primary key (month, town, das_provider_id)
      );
      create index issuance_into_account on issuance (gis_account_id, month) include (minted);
      create index system_name on system (name, id);
      create extension if not exists pg_trgm;
      create index system_search on system using gin ((name || ' ' || pts_id || ' ' || town) gin_trgm_ops);

      create table system_rollup (
        town text not null,
        zip text not null,
        technology text not null,
        systems int not null,
        capacity_kw numeric(20, 3) not null,
        constraint system_rollup_pk primary key (town, zip, technology)
      );

      create function note_production() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select distinct s.town, c.month, c.month from changed c join system s on s.id = c.system_id;
        return null;
      end $$;
      -- With a reading its shares of missed months go out of force.
      create function note_superseded() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select s.town, c.month, c.month from changed c join system s on s.id = c.system_id
          union
          select s.town, share.month, share.month from changed c
          join estimated_share share on share.reading_month = c.month and share.reading_id = c.id
          join system s on s.id = c.system_id;
        return null;
      end $$;
      create function note_system() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town) select distinct town from changed;
        return null;
      end $$;
      create function note_moved_system() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month)
          select distinct moved.town, span.from_month from (
            select was.town as was, c.town as now from changed c join replaced was on was.id = c.id
            where (was.town, was.zip, was.technology, was.capacity_kw) is distinct from (c.town, c.zip, c.technology, c.capacity_kw)) each
          cross join lateral (values (each.was), (each.now)) moved (town)
          cross join (values (null::date), (date '1900-01-01')) span (from_month);
        return null;
      end $$;
      create function note_statement() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select distinct s.town, date_trunc('month', c.effective_on::timestamp)::date, day_after_quarter(c.last_eligible_quarter)
          from changed c join system s on s.id = c.system_id;
        return null;
      end $$;
      create function note_role() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month, until_month)
          select distinct s.town, date_trunc('month', c.from_on::timestamp)::date, case when tg_op = 'INSERT' then c.until_on end
          from changed c join system s on s.id = c.system_id where c.role = 'SYSTEM_REPRESENTATIVE';
        return null;
      end $$;
      create function note_meter() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month)
          select s.town, min(date_trunc('month', c.installed_on::timestamp)::date) from changed c join system s on s.id = c.system_id
          group by s.town;
        return null;
      end $$;
      create function note_das_provider() returns trigger language plpgsql as $$
      begin
        insert into rollup_dirty (town, from_month) select distinct town, date '1900-01-01' from system;
        return null;
      end $$;

      create trigger reading_superseded_is_noted after update on reading
        referencing new table as changed for each statement execute function note_superseded();
      create trigger system_is_noted after insert on system
        referencing new table as changed for each statement execute function note_system();
      create trigger system_moved_is_noted after update on system
        referencing old table as replaced new table as changed for each statement execute function note_moved_system();
      create trigger statement_is_noted after insert on statement_of_qualification
        referencing new table as changed for each statement execute function note_statement();
      create trigger role_is_noted after insert on system_role
        referencing new table as changed for each statement execute function note_role();
      create trigger role_ended_is_noted after update on system_role
        referencing new table as changed for each statement execute function note_role();
      create trigger meter_is_noted after insert on meter
        referencing new table as changed for each statement execute function note_meter();
      create trigger das_provider_is_noted after insert on das_provider
        for each statement execute function note_das_provider();

      insert into rollup_dirty (town, from_month)
        select t.town, span.from_month from (select distinct town from system) t
        cross join (values (null::date), (date '1900-01-01')) span (from_month);
    `);
    for (const table of ['reading', 'estimated_share', 'reading_use', 'adjustment_use', 'dismissed_production']) {
      this.addSql(`
        create trigger ${table}_is_noted after insert on ${table}
          referencing new table as changed for each statement execute function note_production();
      `);
    }
  }
}
