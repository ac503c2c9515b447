import { issuanceProcess } from '../../domain/rules/issuance.js';
import { sql } from '../../platform/sql.js';
import { isStanding } from '../standing.js';
import { datedRows } from './dated-rows.js';
import type { Law } from './law.js';
import { issuancePlace, issuances, monthText } from './places.js';

const adjustmentPlace = sql`asset.gis_id as asset, a.program, to_char(a.month, 'YYYY-MM') as month, a.id as adjustment`;
const adjustments = sql`adjustment a left join gis_asset asset on asset.id = a.asset_id`;

/** What is found later goes into a later issuance, once, and nothing of it is lost. Source: program/001 (adjustments); domain 7. */
export const adjustmentLaws: readonly Law[] = [
  {
    name: 'adjustment-is-its-uses',
    sentence:
      'The production of an adjustment is what it puts in less what it takes out, of the same system and month.',
    violations: sql`
      select ${adjustmentPlace}, a.production_kwh, a.eligible_kwh, used.production_kwh as of_uses_kwh, used.eligible_kwh as eligible_of_uses_kwh
      from ${adjustments}
      left join (
        select adjustment_id, sum(sign * production_kwh) as production_kwh, sum(sign * eligible_kwh) as eligible_kwh,
               min(system_id) as first_system, max(system_id) as last_system, min(month) as first_month, max(month) as last_month
        from adjustment_use group by adjustment_id) used on used.adjustment_id = a.id
      where (a.production_kwh, a.eligible_kwh) is distinct from (coalesce(used.production_kwh, 0), coalesce(used.eligible_kwh, 0))
        or used.adjustment_id is not null and (used.first_system, used.last_system, used.first_month, used.last_month)
          is distinct from (a.system_id, a.system_id, a.month, a.month)`,
  },
  {
    name: 'adjustment-applies-the-factor',
    sentence: 'What is eligible of an adjustment is its MWh times the factor of the system.',
    violations: sql`
      select ${adjustmentPlace}, a.srec_factor, a.reported_mwh, a.eligible_mwh
      from ${adjustments} where a.kind = 'PRIOR_PERIOD' and a.eligible_mwh <> a.reported_mwh * a.srec_factor`,
  },
  {
    name: 'adjustment-rounds-as-its-month',
    sentence:
      'The MWh of an adjustment are what its month would have reported more: the kWh to the last, from 2017-10 on each figure of the system to whole kWh.',
    violations: sql`
      select ${adjustmentPlace}, a.eligible_kwh, a.counted_kwh, a.reported_mwh
      from (
        select a.*, coalesce(issued.kwh, 0) + coalesce(sum(a.eligible_kwh) over (
          partition by a.system_id, a.month order by a.id rows between unbounded preceding and 1 preceding), 0) as counted_kwh
        from adjustment a
        left join (
          select u.system_id, u.month, sum(u.eligible_kwh) as kwh from reading_use u
          where ${isStanding('u.issuance_id')}
          group by u.system_id, u.month) issued on issued.system_id = a.system_id and issued.month = a.month
        where a.kind = 'PRIOR_PERIOD') a
      left join gis_asset asset on asset.id = a.asset_id
      left join (values ${datedRows(issuanceProcess, process => sql`${process}::text`)}) as rule (from_on, to_on, process)
        on a.month between rule.from_on and rule.to_on
      where a.reported_mwh * 1000 is distinct from case rule.process
        when 'WHOLE_KWH' then round(a.counted_kwh + a.eligible_kwh) - round(a.counted_kwh) else a.eligible_kwh end`,
  },
  {
    name: 'adjustment-is-entered-once',
    sentence: 'One entry says an adjustment, in its unit, and exists exactly when it is more than nothing.',
    violations: sql`
      select ${adjustmentPlace}, a.eligible_mwh, e.mwh as entered_mwh, e.count as entries
      from ${adjustments}
      left join (
        select adjustment_id, count(*) as count, sum(adjusted_mwh) as mwh, min(asset_id) as asset_id, min(unit_sequence) as unit_sequence,
               min(program) as program, min(vintage_month) as month
        from ledger_entry where kind = 'ADJUST' group by adjustment_id) e on e.adjustment_id = a.id
      where coalesce(e.mwh, 0) <> a.eligible_mwh or e.count > 1
        or e.count = 1 and (e.asset_id, e.unit_sequence, e.program, e.month) is distinct from (a.asset_id, a.unit_sequence, a.program, a.month)`,
  },
  {
    name: 'adjustment-goes-into-its-asset',
    sentence: 'An adjustment goes into a later issuance of its own asset and programme.',
    violations: sql`
      select ${adjustmentPlace}, i.id as issuance, ${monthText('i.month')} as issued_month
      from adjustment_application applied
      left join adjustment a on a.id = applied.adjustment_id
      left join gis_asset asset on asset.id = a.asset_id
      left join issuance i on i.id = applied.issuance_id
      where (i.asset_id = a.asset_id and i.program = a.program and i.month > a.month and i.unit_sequence > a.unit_sequence) is not true`,
  },
  {
    name: 'adjustments-are-in-the-arithmetic',
    sentence:
      'An issuance adjusts by what was applied to it; one that is issued anew by that less the rest that it defers, and all it defers (the rest, and by how much the kWh changed) is an adjustment.',
    violations: sql`
      select ${issuancePlace}, i.revision, i.adjustment_mwh, applied.mwh as applied_mwh, before.adjustment_mwh as replaced_mwh,
             deferred.mwh as deferred_mwh
      from ${issuances}
      left join issuance before on before.id = i.replaces_id
      left join (
        select applied.issuance_id, sum(a.eligible_mwh) as mwh
        from adjustment_application applied join adjustment a on a.id = applied.adjustment_id group by applied.issuance_id) applied
        on applied.issuance_id = i.id
      left join (
        select issuance_id, sum(eligible_mwh) as mwh from adjustment where kind = 'DEFERRED' group by issuance_id) deferred
        on deferred.issuance_id = i.id
      left join (
        select issuance_id, sum(deferred_kwh / 1000 * srec_factor) as mwh from issuance_factor group by issuance_id) kwh
        on kwh.issuance_id = i.id
      left join (
        select issuance_id, sum(deferred_kwh / 1000 * srec_factor) as mwh from issuance_factor group by issuance_id) kwh_before
        on kwh_before.issuance_id = i.replaces_id
      where case when i.revision = 1 then i.adjustment_mwh <> coalesce(applied.mwh, 0) or deferred.mwh is not null
        else i.adjustment_mwh + coalesce(deferred.mwh, 0) - (coalesce(kwh.mwh, 0) - coalesce(kwh_before.mwh, 0)) <> before.adjustment_mwh
          or applied.mwh is not null end`,
  },
  {
    name: 'nothing-is-lost',
    sentence:
      'Of each asset and programme: certificates minted and standing + what its last month carries on + adjustments that wait = all that is eligible, issued, deferred and adjusted.',
    violations: sql`
      select asset.gis_id as asset, part.program, sum(part.minted) as minted, sum(part.carried_mwh) as carried_on_mwh,
             sum(part.waiting_mwh) as waiting_mwh, sum(part.eligible_mwh) as eligible_mwh, sum(part.deferred_mwh) as deferred_mwh,
             sum(part.adjusted_mwh) as adjusted_mwh
      from (
        select i.asset_id, i.program, i.minted, 0 as carried_mwh, 0 as waiting_mwh, i.eligible_mwh,
               coalesce((select sum(f.deferred_kwh / 1000 * f.srec_factor) from issuance_factor f where f.issuance_id = i.id), 0) as deferred_mwh,
               0 as adjusted_mwh
        from issuance i where ${isStanding('i.id')}
        union all
        select last.asset_id, last.program, 0, last.closing_gis_carry_mwh, 0, 0, 0, 0
        from (select distinct on (asset_id, program) * from issuance order by asset_id, program, month desc, revision desc) last
        union all
        select a.asset_id, a.program, 0, 0, case when applied.adjustment_id is null then a.eligible_mwh else 0 end, 0, 0,
               case a.kind when 'PRIOR_PERIOD' then a.eligible_mwh else 0 end
        from adjustment a left join adjustment_application applied on applied.adjustment_id = a.id) part
      left join gis_asset asset on asset.id = part.asset_id
      group by part.asset_id, asset.gis_id, part.program
      having sum(part.minted + part.carried_mwh + part.waiting_mwh) <> sum(part.eligible_mwh + part.deferred_mwh + part.adjusted_mwh)`,
  },
];
