import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { issuancePlace, issuances } from './places.js';

/** The arithmetic of every step, to the last digit. Source: program/003 and 004; domain 7. */
export const arithmeticLaws: readonly Law[] = [
  {
    name: 'factor-is-applied',
    sentence: 'Eligible MWh are reported MWh times the SREC factor.',
    violations: sql`
      select ${issuancePlace}, step.system_id as system, step.srec_factor, step.reported_mwh, step.eligible_mwh
      from (
        select issuance_id, null::bigint as system_id, srec_factor, reported_mwh, eligible_mwh from issuance_factor
        union all
        select issuance_id, system_id, srec_factor, reported_mwh, eligible_mwh from issuance_system) step
      left join ${issuances} on i.id = step.issuance_id
      where step.eligible_mwh is distinct from step.reported_mwh * step.srec_factor`,
  },
  {
    name: 'whole-mwh-conserve-energy',
    sentence: 'Until 2017-09: opening kWh + production = whole MWh reported + closing kWh + deferred, for each factor.',
    violations: sql`
      select ${issuancePlace}, f.srec_factor, f.opening_pts_carry_kwh, f.production_kwh, f.reported_mwh, f.closing_pts_carry_kwh, f.deferred_kwh
      from issuance_factor f join ${issuances} on i.id = f.issuance_id
      where i.process = 'WHOLE_MWH' and (
        f.opening_pts_carry_kwh + f.production_kwh <> 1000 * f.reported_mwh + f.closing_pts_carry_kwh + f.deferred_kwh
        or f.deferred_kwh <> 0 and i.revision = 1 or f.deferred_kwh >= 1000 or f.deferred_kwh < 0 and f.reported_mwh > 0
        or f.reported_mwh <> trunc(f.reported_mwh) or f.closing_pts_carry_kwh < 0 or f.closing_pts_carry_kwh >= 1000)`,
  },
  {
    name: 'whole-kwh-round-once',
    sentence:
      'From 2017-10: each system (or what is left over of a factor without one) reports its kWh to the nearest whole kWh, none are carried on.',
    violations: sql`
      select ${issuancePlace}, step.system_id as system, step.srec_factor, step.kwh, step.reported_mwh, step.closing_kwh, step.deferred_kwh
      from (
        select issuance_id, system_id, srec_factor, eligible_kwh + carried_in_kwh as kwh, reported_mwh, 0 as closing_kwh, 0 as deferred_kwh
        from issuance_system
        union all
        select issuance_id, null, srec_factor, case when of_systems.issuance_id is null then f.opening_pts_carry_kwh end,
               f.reported_mwh, f.closing_pts_carry_kwh, f.deferred_kwh
        from issuance_factor f
        left join (select distinct issuance_id, srec_factor from issuance_system) of_systems using (issuance_id, srec_factor)) step
      join ${issuances} on i.id = step.issuance_id
      where i.process = 'WHOLE_KWH' and (
        step.closing_kwh <> 0 or step.deferred_kwh <> 0 or step.kwh is not null and step.reported_mwh is distinct from round(step.kwh) / 1000)`,
  },
  {
    name: 'remainder-is-the-rest',
    sentence: 'Reported MWh are eligible MWh and the non-eligible remainder, which is retired.',
    violations: sql`
      select ${issuancePlace}, i.reported_mwh, i.eligible_mwh, i.retired_remainder_mwh
      from ${issuances} where i.reported_mwh <> i.eligible_mwh + i.retired_remainder_mwh`,
  },
  {
    name: 'conservation',
    sentence: 'Opening carry + eligible MWh + adjustments = certificates minted + closing carry.',
    violations: sql`
      select ${issuancePlace}, i.opening_gis_carry_mwh, i.eligible_mwh, i.adjustment_mwh, i.minted, i.closing_gis_carry_mwh
      from ${issuances} where i.opening_gis_carry_mwh + i.eligible_mwh + i.adjustment_mwh <> i.minted + i.closing_gis_carry_mwh`,
  },
  {
    name: 'carry-is-a-fraction',
    sentence:
      'What is carried on after minting is a fraction of a MWh: whatever is whole was minted; or a debit, and nothing was minted.',
    violations: sql`
      select ${issuancePlace}, i.minted, i.closing_gis_carry_mwh
      from ${issuances} where i.closing_gis_carry_mwh >= 1 or i.closing_gis_carry_mwh < 0 and i.minted > 0`,
  },
];
