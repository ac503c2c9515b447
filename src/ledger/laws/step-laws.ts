import { issuanceProcess } from '../../domain/rules/issuance.js';
import { sql } from '../../platform/sql.js';
import { datedRows } from './dated-rows.js';
import type { Law } from './law.js';
import { issuancePlace, issuances, monthText } from './places.js';

/** From readings to systems, factors and the issuance, nothing is added and nothing is lost. Source: program/004; domain 7. */
export const stepLaws: readonly Law[] = [
  {
    name: 'process-follows-the-month',
    sentence: 'The process of an issuance is that of its generation month.',
    violations: sql`
      select ${issuancePlace}, i.process as found, rule.process as expected
      from ${issuances}
      left join (values ${datedRows(issuanceProcess, process => sql`${process}::text`)}) as rule (from_on, to_on, process)
        on i.month between rule.from_on and rule.to_on
      where i.process is distinct from rule.process`,
  },
  {
    name: 'uses-add-up-to-systems',
    sentence: 'The eligible production of a system is the sum of what was used of its readings.',
    violations: sql`
      select s.pts_id as system, coalesce(step.issuance_id, used.issuance_id) as issuance,
             step.eligible_kwh, used.eligible_kwh as used_kwh
      from issuance_system step
      full join (
        select issuance_id, system_id, sum(eligible_kwh) as eligible_kwh
        from reading_use group by issuance_id, system_id) used using (issuance_id, system_id)
      left join system s on s.id = system_id
      where step.eligible_kwh is distinct from used.eligible_kwh`,
  },
  {
    name: 'systems-add-up-to-factors',
    sentence: 'The step of a factor is the sum of the steps of its systems.',
    violations: sql`
      select ${issuancePlace}, srec_factor, f.production_kwh, step.eligible_kwh as production_of_systems_kwh,
             f.opening_pts_carry_kwh, step.carried_in_kwh, f.reported_mwh, step.reported_mwh as reported_of_systems_mwh
      from issuance_factor f
      full join (
        select issuance_id, srec_factor, sum(eligible_kwh) as eligible_kwh, sum(carried_in_kwh) as carried_in_kwh,
               sum(reported_mwh) as reported_mwh, sum(eligible_mwh) as eligible_mwh
        from issuance_system group by issuance_id, srec_factor) step using (issuance_id, srec_factor)
      left join ${issuances} on i.id = issuance_id
      where f.production_kwh is distinct from coalesce(step.eligible_kwh, 0)
        or step.issuance_id is not null and case i.process
          when 'WHOLE_MWH' then step.carried_in_kwh <> 0
          else step.carried_in_kwh is distinct from f.opening_pts_carry_kwh
            or step.reported_mwh is distinct from f.reported_mwh or step.eligible_mwh is distinct from f.eligible_mwh end`,
  },
  {
    name: 'factors-add-up-to-issuance',
    sentence: 'An issuance is the sum of the steps of its factors; one that only takes adjustments has none.',
    violations: sql`
      select asset.gis_id as asset, i.program, ${monthText('i.month')} as month, coalesce(i.id, step.issuance_id) as issuance,
             i.production_kwh, step.production_kwh as production_of_factors_kwh, i.reported_mwh,
             step.reported_mwh as reported_of_factors_mwh, i.eligible_mwh, step.eligible_mwh as eligible_of_factors_mwh
      from ${issuances}
      full join (
        select issuance_id, sum(opening_pts_carry_kwh) as opening_kwh, sum(production_kwh) as production_kwh,
               sum(reported_mwh) as reported_mwh, sum(eligible_mwh) as eligible_mwh, sum(closing_pts_carry_kwh) as closing_kwh
        from issuance_factor group by issuance_id) step on step.issuance_id = i.id
      where (i.opening_pts_carry_kwh, i.production_kwh, i.reported_mwh, i.eligible_mwh, i.closing_pts_carry_kwh)
        is distinct from (coalesce(step.opening_kwh, 0), coalesce(step.production_kwh, 0), coalesce(step.reported_mwh, 0),
          coalesce(step.eligible_mwh, 0), coalesce(step.closing_kwh, 0))`,
  },
];
