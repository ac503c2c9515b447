import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { issuancePlace, issuances } from './places.js';

/** Carry goes from month to month of an asset and programme, whoever holds the asset. Source: program/004; domain 7. */
export const carryLaws: readonly Law[] = [
  {
    name: 'gis-carry-continues',
    sentence:
      'Each issuance opens with the fraction of a MWh that the one before closed with; the first opens with nothing.',
    violations: sql`
      select ${issuancePlace}, i.opening_gis_carry_mwh as opening_mwh, i.closed_before as closed_before_mwh
      from (
        select *, lag(closing_gis_carry_mwh, 1, 0.0) over (partition by asset_id, program order by month, id) as closed_before
        from issuance where revision = 1) i
      left join gis_asset asset on asset.id = i.asset_id
      where i.opening_gis_carry_mwh <> i.closed_before`,
  },
  {
    name: 'pts-carry-continues',
    sentence:
      'Each issuance opens with the kWh of every factor that the one before closed with; the first opens with none.',
    violations: sql`
      with i as (
        select *, lag(id) over (partition by asset_id, program order by month, id) as before from issuance where revision = 1
      ), carried as (
        select coalesce(now.issuance_id, i.id) as issuance_id, coalesce(now.srec_factor, before.srec_factor) as srec_factor,
               coalesce(now.opening_pts_carry_kwh, 0) as opening_kwh, coalesce(before.closing_pts_carry_kwh, 0) as closed_before_kwh
        from (select f.*, i.before from issuance_factor f join i on i.id = f.issuance_id) now
        full join (issuance_factor before join i on i.before = before.issuance_id)
          on before.issuance_id = now.before and before.srec_factor = now.srec_factor
      )
      select ${issuancePlace}, carried.srec_factor, carried.opening_kwh, carried.closed_before_kwh
      from carried left join ${issuances} on i.id = carried.issuance_id
      where carried.opening_kwh <> carried.closed_before_kwh`,
  },
  {
    name: 'reissue-keeps-the-carry',
    sentence:
      'A month that is issued anew opens and closes with the carries of the issuance that it replaces, and comes after it.',
    violations: sql`
      select ${issuancePlace}, i.revision, before.id as replaced, before.revision as replaced_revision
      from ${issuances}
      left join issuance before on before.id = i.replaces_id
      where i.revision > 1 and (
        (i.asset_id, i.program, i.month, i.run_id, i.gis_account_id, i.revision - 1, i.opening_gis_carry_mwh, i.closing_gis_carry_mwh,
          i.opening_pts_carry_kwh, i.closing_pts_carry_kwh)
        is distinct from (before.asset_id, before.program, before.month, before.run_id, before.gis_account_id, before.revision,
          before.opening_gis_carry_mwh, before.closing_gis_carry_mwh, before.opening_pts_carry_kwh, before.closing_pts_carry_kwh)
        or i.unit_sequence <= before.unit_sequence
        or exists (
          select from (select * from issuance_factor where issuance_id = i.id) now
          full join (select * from issuance_factor where issuance_id = before.id) was using (srec_factor)
          where (now.opening_pts_carry_kwh, now.closing_pts_carry_kwh)
            is distinct from (was.opening_pts_carry_kwh, was.closing_pts_carry_kwh)))`,
  },
];
