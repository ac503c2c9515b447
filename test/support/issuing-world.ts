import pg from 'pg';

/**
 * Fills a migrated database with systems that are ready to be issued: four assets for five systems, so that some assets hold
 * systems of different factors or of both programmes; readings of July to December 2017, which lie on both sides of the change
 * of process, some of them for months missed before; and what makes an issuance uneven: terms that begin or end in between,
 * assets that change hands, assets that nobody holds at first, readings that were superseded, systems without any.
 *
 * The same number of systems gives the same world, to the last digit.
 */
export async function buildIssuingWorld(url: string, systems: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temp table world (id bigint, asset_id bigint, capacity_kw numeric, initial_kwh numeric)`,
    );
    await client.query(
      `insert into world
       select i, case when i <= assets then i else (i - assets) % ($1::int / 10) * 3 + 1 end,
              2 + i * 37 % 600, i * 131 % 90000 + 0.125
       from generate_series(1, $1::int) as i, (select $1::int * 4 / 5 as assets) as share`,
      [systems],
    );
    for (const statement of [parties, assets, installations, production, readings]) await client.query(statement);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const parties = `
  insert into organisation (id, kind, name, synthetic, created_at) values
    (1, 'COMPANY', 'First Holder', true, '2014-01-01Z'), (2, 'COMPANY', 'Second Holder', true, '2014-01-01Z');
  insert into account (id, organisation_id, name, kinds, created_at)
    values (1, 1, 'Reporting', '{SYSTEM_REPRESENTATIVE}', '2014-01-01Z');
  insert into gis_account (id, organisation_id, name, created_at) values
    (1, 1, 'First', '2014-01-01Z'), (2, 2, 'Second', '2014-01-01Z');
  insert into terms_acceptance (organisation_id, version_id, evidence, created_at, created_by)
    select holder.id, version.id, 'world', '2014-01-01Z', 1
    from organisation holder, program_document_version version
    join program_document terms on terms.id = version.program_document_id
    where holder.id in (1, 2) and terms.slug = 'srec-terms-and-conditions';
  select setval(pg_get_serial_sequence('organisation', 'id'), 100), setval(pg_get_serial_sequence('account', 'id'), 100),
         setval(pg_get_serial_sequence('gis_account', 'id'), 100)`;

const assets = `
  insert into gis_asset (id, gis_id, created_at) select distinct asset_id, 'NON' || 100000 + asset_id, '2014-01-01Z'::timestamptz from world;
  insert into gis_asset_holder (asset_id, gis_account_id, from_month, until_month, reason, created_at)
    select id, 1 + id % 2,
           '2014-01-01'::date, case when id % 11 = 0 then '2017-09-01'::date end, 'world', '2014-01-01Z'::timestamptz from gis_asset
    union all
    select id, 2 - id % 2, '2017-09-01', null, 'sold', '2014-01-01Z' from gis_asset where id % 11 = 0`;

const installations = `
  insert into system (id, pts_id, name, technology, capacity_kw, town, created_at)
    select id, 'MA-' || 200000 + id, 'System ' || id, 'SOLAR_PV', capacity_kw, 'Ware', '2014-01-01Z' from world;
  insert into gis_asset_membership (asset_id, system_id, from_month, reason, created_at)
    select asset_id, id, '2014-01-01', 'world', '2014-01-01Z' from world;
  insert into statement_of_qualification (system_id, sq_number, program, effective_on, last_eligible_quarter, srec_factor,
      factor_source, factor_confidence, reason, created_at)
    select id, 'W-' || id, case when id % 4 = 0 then 'SREC_I' else 'SREC_II' end,
           case when id % 41 = 0 then '2017-08-10' when id % 43 = 0 then '2017-11-01' else '2014-05-01' end::date,
           case when id % 47 = 0 and id % 43 > 0 then '2017-Q3' else '2024-Q1' end,
           (array[1, 0.9, 0.8, 0.7])[id % 4 + 1], 'world', 'FOUND', 'world', '2014-01-01Z' from world;
  insert into meter (id, system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
    select id, id, 'main', 0.5, initial_kwh, '2017-06-30', '2017-06-30Z' from world`;

/** The kWh of every month, which months were read, and what the meter showed then. */
const production = `
  create temp table produced as
    select id as system_id, month::date as month, month::date + interval '1 month - 1 day' + interval '16 hours' as read_at,
           round(capacity_kw * (60 + (id * 7 + extract(month from month)::int * 13) % 60) + (id * 97 + extract(month from month)::int) % 1000 / 1000.0, 3) as kwh
    from world, generate_series('2017-07-01'::timestamp, '2017-12-01', interval '1 month') as month;
  create temp table observed as
    select system_id, month, read_at at time zone 'UTC' as read_at, value_kwh
    from (
      select p.*, w.initial_kwh + sum(p.kwh) over (partition by p.system_id order by p.month) as value_kwh
      from produced p join world w on w.id = p.system_id) p
    where system_id % 61 > 0 and case extract(month from month)
      when 7 then system_id % 50 <> 19 when 8 then system_id % 10 <> 3 when 9 then system_id % 10 <> 7
      when 11 then system_id % 50 <> 9 else true end`;

const readings = `
  select ensure_reading_partition(month::date)
    from generate_series('2017-07-01'::timestamp, '2017-12-01', interval '1 month') as month;
  create temp table counted as
    select o.*, o.value_kwh - coalesce(lag(o.value_kwh) over line, w.initial_kwh) as difference_kwh,
           coalesce(lag(o.month) over line, '2017-06-01') as month_before
    from observed o join world w on w.id = o.system_id window line as (partition by o.system_id order by o.month);
  create temp table share as
    select c.system_id, c.month as reading_month, missed::date as month,
           trunc(c.difference_kwh * extract(day from missed + interval '1 month - 1 day')::int
             / ((c.month + interval '1 month')::date - (c.month_before + interval '1 month')::date), 3) as kwh
    from counted c, generate_series(c.month_before + interval '1 month', c.month - interval '1 month', interval '1 month') as missed;
  insert into reading (month, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel,
      submitted_at, submitted_by)
    select month, system_id * 10, system_id, system_id, read_at, w.initial_kwh + 1, 1, 1, false, 'MANUAL', read_at, 1
    from counted join world w on w.id = system_id where month = '2017-07-01' and system_id % 30 = 5;
  update reading set superseded_at = read_at + interval '1 hour', superseded_by = id + 1 where id % 10 = 0;
  insert into reading (month, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel,
      submitted_at, submitted_by)
    select c.month, c.system_id * 10 + extract(month from c.month)::int - 6, c.system_id, c.system_id, c.read_at, c.value_kwh,
           c.difference_kwh, c.difference_kwh - coalesce(s.kwh, 0), s.kwh is not null, 'AUTOMATED', c.read_at + interval '1 hour', 1
    from counted c
    left join (select system_id, reading_month, sum(kwh) as kwh from share group by system_id, reading_month) s
      on s.system_id = c.system_id and s.reading_month = c.month;
  insert into estimated_share (month, reading_month, reading_id, system_id, production_kwh, forfeited)
    select month, reading_month, system_id * 10 + extract(month from reading_month)::int - 6, system_id, kwh, false from share`;
