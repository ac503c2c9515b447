import type pg from 'pg';

/** A state of made-up systems, written past the verbs and the triggers: for measuring, where only the size counts. */
export interface StateOfMany {
  readonly systems: number;
  /** Whole years of readings, from January of the year on; the last two quarters are not issued. */
  readonly from: string;
  readonly months: number;
  /** Of the systems these belong to the first aggregator. */
  readonly ofAggregator: number;
}

/** The DAS providers that report three of five systems, by the ids of their accounts: system n is of provider 1041 + (1000000 + n) % 20. */
export const dasProviders = Array.from({ length: 20 }, (_, n) => 1041 + n);

/** The token of an account of the state (1001 to 1100), which opens nothing elsewhere. */
export const tokenOf = (accountId: number) => `many-${accountId}`;
export const tokens = { staff: tokenOf(1001), aggregator: tokenOf(1002) } as const;

/** Fills an empty migrated database. Towns, sectors, reporters and production differ by the number of the system alone. */
export async function makeStateOfMany(
  database: pg.ClientBase,
  { systems, from, months, ofAggregator }: StateOfMany,
): Promise<void> {
  await database.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`);
  await database.query(`
    insert into organisation (id, kind, name, created_at)
      select n, 'COMPANY', 'Organisation ' || n, now() from generate_series(1001, 1100) n;
    insert into account (id, organisation_id, name, kinds, created_at)
      select n, n, 'Account ' || n, case when n = 1001 then '{STAFF}' when n < 1040 then '{REC_OWNER}' else '{SYSTEM_REPRESENTATIVE}' end::text[],
             now() from generate_series(1001, 1100) n;
    insert into api_credential (account_id, label, secret_hash, created_at)
      select id, 'many', sha256(convert_to('many-' || id, 'UTF8')), now() from account where id between 1001 and 1100;
    insert into das_provider (organisation_id, approved_on, reason, created_at)
      select n, '2010-01-01', 'many', now() from generate_series(1041, 1060) n;
    insert into gis_account (id, organisation_id, name, created_at) select n, n, 'many', now() from generate_series(1002, 1039) n;`);
  await database.query(
    `insert into system (id, pts_id, name, technology, capacity_kw, town, zip, created_at)
     select 1000000 + n, 'MANY-' || n, 'House ' || md5(n::text), (array['SOLAR_PV', 'WIND', 'HYDRO'])[1 + (n % 50 > 47)::int + (n % 50 > 48)::int],
            5 + n % 600, 'Town ' || lpad((1 + (n * 7919) % 351)::text, 3, '0'), lpad((1001 + (n * 7919) % 521)::text, 5, '0'), now()
     from generate_series(1, $1::int) n`,
    [systems],
  );
  await database.query(
    `insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
     select s.id, role, case when role = 'REC_OWNER' then case when s.id - 1000000 <= $1 then 1002 else 1003 + s.id % 37 end
                             when s.id % 5 < 3 then 1041 + s.id % 20 else 1061 + s.id % 40 end, '2010-01-01', '', '', now()
     from system s cross join unnest(array['REC_OWNER', 'SYSTEM_REPRESENTATIVE']) role where s.id > 1000000`,
    [ofAggregator],
  );
  await database.query(`
    insert into meter (id, system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
      select id, id, 'main', 0.5, 0, '2010-01-01', now() from system where id > 1000000;
    insert into statement_of_qualification (system_id, sq_number, program, effective_on, last_eligible_quarter, market_sector, srec_factor,
        factor_source, factor_confidence, reason, created_at)
      select id, 'MANY-' || id, case when id % 20 < 3 then 'SREC_I' else 'SREC_II' end, '2014-01-01', '2033-Q4',
             case when id % 20 < 3 then null else (array['A', 'B', 'C', 'MG'])[1 + id % 4] end,
             case when id % 20 < 3 then 1 else (array[1, 0.9, 0.8, 0.7])[1 + id % 4] end, 'many', 'POLICY', '', now()
      from system where id > 1000000 and id % 20 < 19;
    insert into gis_asset (id, gis_id, created_at) select 1000000 + n, 'NON9' || n, now() from generate_series(1, (select count(*) / 5 from system)) n;
    insert into gis_asset_membership (asset_id, system_id, from_month, reason, created_at)
      select 1000001 + (s.id - 1000001) / 5, s.id, '2010-01-01', '', now() from system s where s.id > 1000000;
    insert into gis_asset_holder (asset_id, gis_account_id, from_month, reason, created_at)
      select member.asset_id, min(role.organisation_id), '2010-01-01', '', now() from gis_asset_membership member
      join system_role role on role.system_id = member.system_id and role.role = 'REC_OWNER' where member.asset_id > 1000000
      group by member.asset_id;
    insert into terms_acceptance (organisation_id, version_id, created_at, created_by)
      select n, (select max(v.id) from program_document_version v join program_document d on d.id = v.program_document_id
                 where d.slug = 'srec-terms-and-conditions'), now(), 1001 from generate_series(1002, 1039) n;`);
  for (let month = 0; month < months; month += 1) await makeMonth(database, from, month, month < months - 6);
  await database.query(
    `insert into issuance_run (quarter, reported_at, reported_by, report_reason, frozen_at, issued_at, issued_by, reason, completed_at)
     select to_char($1::date + n * interval '3 months', 'YYYY"-Q"Q'), now(), 1001, '', now(), now(), 1001, '', now()
     from generate_series(0, $2::int / 3 - 3) n`,
    [from, months],
  );
  await database.query('set session_replication_role = origin');
  await database.query(`
    insert into rollup_dirty (town, from_month)
      select town, span from (select distinct town from system) t cross join (values (null::date), (date '1900-01-01')) span (span)
      union all select '', date '1900-01-01'`);
  await database.query('vacuum analyze');
}

/** A month of readings; all of a system that reports (one in fifty does not) with the use for an issuance where it is issued. */
async function makeMonth(database: pg.ClientBase, from: string, index: number, issued: boolean): Promise<void> {
  const month = `($1::date + ${index} * interval '1 month')::date`;
  await database.query(`select ensure_reading_partition(${month})`, [from]);
  await database.query(
    `insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags,
       submitted_at, submitted_by)
     select ${month}, s.id, s.id, ${month} + interval '27 days', ${index + 1} * 1000 + s.id % 700, 400 + s.id % 700, 400 + s.id % 700, false,
            case when s.id % 5 < 3 then 'AUTOMATED' else 'MANUAL' end, case when s.id % 997 = 0 then array['ABOVE_CAPACITY_FACTOR'] else '{}' end,
            ${month} + interval '27 days' + s.id % 8 * interval '1 day', 1041
     from system s where s.id > 1000000 and (s.id + ${index}) % 50 <> 0`,
    [from],
  );
  if (!issued) return;
  await database.query(
    `with made as (insert into issuance (run_id, asset_id, unit_sequence, program, month, gis_account_id, process, opening_pts_carry_kwh,
       opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, minted, retired_remainder_mwh, closing_pts_carry_kwh,
       closing_gis_carry_mwh, occurred_at)
     select 1, a.id, 0, 'SREC_II', ${month}, h.gis_account_id, 'WHOLE_KWH', 0, 0.25, 3500, 3.5, 3.5, 3, 0, 0, 0.75, now()
     from gis_asset a join gis_asset_holder h on h.asset_id = a.id where a.id > 1000000 returning id, asset_id),
     step as (insert into issuance_system (issuance_id, system_id, srec_factor, eligible_kwh, carried_in_kwh)
       select made.id, member.system_id, 1, 700, 0 from made join gis_asset_membership member using (asset_id))
     insert into certificate_batch (issuance_id, asset_id, program, vintage_month, quantity)
       select id, asset_id, 'SREC_II', ${month}, 3 from made`,
    [from],
  );
  await database.query(
    `insert into reading_use (month, reading_month, reading_id, system_id, issuance_id, production_kwh, eligible_kwh)
     select r.month, r.month, r.id, r.system_id, 1, r.production_kwh, r.production_kwh from reading r where r.month = ${month}`,
    [from],
  );
}
