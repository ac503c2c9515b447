/*
 * What produces: systems in 351 towns, a meter each, statements of qualification of three programmes and five factors, and GIS assets
 * of five systems. 19 of 20 systems are qualified.
 */

export async function insertPlants(client, { systems, ofAggregator }) {
  await client.query(
    `insert into system (id, pts_id, name, technology, capacity_kw, town, zip, created_at)
     select 1000000 + n, 'BENCH-' || n, 'House ' || md5(n::text),
            (array['SOLAR_PV', 'WIND', 'HYDRO'])[1 + (n % 50 > 47)::int + (n % 50 > 48)::int],
            5 + n % 600, 'Town ' || lpad((1 + (n * 7919) % 351)::text, 3, '0'), lpad((1001 + (n * 7919) % 521)::text, 5, '0'), '2010-01-01'
     from generate_series(1, $1::bigint) n`,
    [systems],
  );
  await client.query(
    `insert into system_role (system_id, role, organisation_id, from_on, evidence, reason, created_at)
     select s.id, role, case when role = 'SYSTEM_REPRESENTATIVE' then 1041
                             when s.id - 1000000 <= $1 then 1002 else 1003 + s.id / 5 % 38 end, '2010-01-01', 'bench', 'bench', '2010-01-01'
     from system s cross join unnest(array['REC_OWNER', 'SYSTEM_REPRESENTATIVE']) role`,
    [ofAggregator],
  );
  await client.query(`
    insert into meter (id, system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
      select id, id, 'main', 0.5, 0, '2010-01-01', '2010-01-01' from system;
    insert into statement_of_qualification (system_id, sq_number, program, effective_on, last_eligible_quarter, market_sector, srec_factor,
        factor_source, factor_confidence, reason, created_at)
      select id, 'BENCH-' || id, case when id % 20 < 3 then 'SREC_I' else 'SREC_II' end, '2014-01-01', '2033-Q4',
             case when id % 20 < 3 then null else (array['A', 'B', 'C', 'MG'])[1 + id % 4] end,
             case when id % 20 < 3 then 1 else (array[1, 0.9, 0.8, 0.7])[1 + id % 4] end, 'bench', 'POLICY', 'bench', '2014-01-01'
      from system where id % 20 < 19;
    insert into gis_asset (id, gis_id, created_at)
      select 1000000 + n, 'NON9' || n, '2010-01-01' from generate_series(1, (select (count(*) + 4) / 5 from system)) n;
    insert into gis_asset_membership (asset_id, system_id, from_month, reason, created_at)
      select 1000001 + (id - 1000001) / 5, id, '2010-01-01', 'bench', '2010-01-01' from system;
    insert into gis_asset_holder (asset_id, gis_account_id, from_month, reason, created_at)
      select member.asset_id, min(role.organisation_id), '2010-01-01', 'bench', '2010-01-01'
      from gis_asset_membership member join system_role role on role.system_id = member.system_id and role.role = 'REC_OWNER'
      group by member.asset_id;
    analyze;`);
}
