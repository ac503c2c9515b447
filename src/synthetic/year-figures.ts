import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { row, sql } from '../platform/sql.js';
import { syntheticSerial } from './imported-units.js';

/** kWh on record from the synthetic meters in some months: what the readings in force say was produced. */
export async function kwhOnRecord(em: EntityManager, from: Month, to: Month): Promise<string> {
  const { kwh } = await row<{ kwh: string }>(
    em,
    sql`select coalesce(sum(r.difference_kwh), 0)::text as kwh from reading r join meter m on m.id = r.meter_id
        where r.superseded_at is null and r.month between ${monthToDate(from)}::date and ${monthToDate(to)}::date
          and starts_with(m.serial_number, ${syntheticSerial})`,
  );
  return kwh;
}

/** What all assets carry out of a quarter: kWh at the PTS, certificates' fractions in MWh at the GIS. */
export function carryOutOf(
  em: EntityManager,
  quarter: Quarter,
): Promise<{ readonly ptsCarryKwh: string; readonly gisCarryMwh: string }> {
  return row(
    em,
    sql`select coalesce(sum(last.closing_pts_carry_kwh), 0)::text as "ptsCarryKwh",
               coalesce(sum(last.closing_gis_carry_mwh), 0)::text as "gisCarryMwh"
        from (select distinct on (asset_id, program) closing_pts_carry_kwh, closing_gis_carry_mwh from issuance
              where month <= ${monthToDate(monthsOf(quarter)[2])}::date
              order by asset_id, program, month desc) last`,
  );
}
