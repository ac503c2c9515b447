import type pg from 'pg';

/** Systems that read something, past the verbs: for sums, and for pages. */
export interface MoreSystems {
  readonly count: number;
  readonly program?: 'SREC_I' | 'SREC_II';
  readonly factor?: string;
  readonly effectiveOn?: string;
  /** An asset that they are in from 2018 on; absent: none. */
  readonly gisId?: string;
  /** kWh of each system by month. */
  readonly kwh: Readonly<Record<string, string>>;
}

/** Adds systems with their statements and readings. */
export async function addSystems(database: pg.Client, more: MoreSystems): Promise<void> {
  const { count, program, factor = '1', effectiveOn = '2016-01-01', gisId, kwh } = more;
  const { rows } = await database.query<{ id: string }>(
    `insert into system (pts_id, name, technology, capacity_kw, town, created_at)
     select 'PTS-' || gen_random_uuid(), 'more', 'SOLAR_PV', 5, 'Lynn', now() from generate_series(1, $1::int) returning id`,
    [count],
  );
  const ids = rows.map(({ id }) => id);
  if (program) {
    await database.query(
      `insert into statement_of_qualification (system_id, sq_number, program, effective_on, last_eligible_quarter, srec_factor,
         factor_source, factor_confidence, reason, created_at)
       select id, 'MORE', $2, $3, '2025-Q4', $4, 'test', 'POLICY', 'test', now() from unnest($1::bigint[]) as id`,
      [ids, program, effectiveOn, factor],
    );
  }
  await database.query(
    `insert into meter (system_id, label, accuracy_percent, initial_value_kwh, installed_on, created_at)
     select id, 'main', 0.5, 0, '2016-01-01', now() from unnest($1::bigint[]) as id`,
    [ids],
  );
  if (gisId) {
    await database.query(
      `insert into gis_asset_membership (asset_id, system_id, from_month, reason, created_at)
       select asset.id, system_id, '2018-01-01', 'test', now() from gis_asset asset, unnest($1::bigint[]) as system_id
       where asset.gis_id = $2`,
      [ids, gisId],
    );
  }
  for (const [month, value] of Object.entries(kwh)) {
    await database.query('select ensure_reading_partition($1::date)', [`${month}-01`]);
    await database.query(
      `insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel,
         submitted_at, submitted_by)
       select $2::date, meter.id, system_id, $2::date, 9, $3, $3, false, 'MANUAL', now(), (select min(id) from account)
       from meter where system_id = any($1::bigint[])`,
      [ids, `${month}-01`, value],
    );
  }
}
