/* A month of readings and, where it is issued, of issuances and the readings used in them (all of one issuance: only sizes count). */

export async function insertMonth(client, { month, index, issued, complete }) {
  const day = `${month}-01`;
  await client.query(
    `insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags,
       submitted_at, submitted_by)
     select $1::date, id, id, $1::date + interval '27 days 14 hours', $2 * (400.125 + id % 700), 400.125 + id % 700, 400.125 + id % 700,
            false, 'AUTOMATED', case when id % 997 = 0 then array['ABOVE_CAPACITY_FACTOR'] else '{}' end,
            $1::date + interval '27 days 15 hours' + id % 8 * interval '1 day', 1041
     from system where $3 or (id + $4) % 50 <> 0 order by id`,
    [day, index + 1, complete, index],
  );
  if (!issued) return;
  await client.query(
    `insert into issuance (run_id, asset_id, unit_sequence, program, month, gis_account_id, process, opening_pts_carry_kwh,
       opening_gis_carry_mwh, production_kwh, reported_mwh, eligible_mwh, minted, retired_remainder_mwh, closing_pts_carry_kwh,
       closing_gis_carry_mwh, occurred_at)
     select 1, a.id, 1, 'SREC_II', $1::date, h.gis_account_id, 'WHOLE_KWH', 0, 0.25, 3500, 3.5, 3.5, 3, 0, 0, 0.75, '2026-01-01'
     from gis_asset a join gis_asset_holder h on h.asset_id = a.id`,
    [day],
  );
  await client.query(
    `insert into reading_use (month, reading_month, reading_id, system_id, issuance_id, production_kwh, eligible_kwh)
     select month, month, id, system_id, 1, production_kwh, production_kwh from reading where month = $1::date`,
    [day],
  );
}
