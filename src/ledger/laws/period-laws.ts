import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { monthText } from './places.js';

/** Periods begin on their first day and end before `until`; null is open. Source: program/001; domain 4. */
export const periodLaws: readonly Law[] = [
  {
    name: 'roles-never-overlap',
    sentence: 'A role of a system has one holder at a time.',
    violations: sql`
      select s.pts_id as system, role.role, role.from_on, role.ended_before
      from (
        select system_id, role, from_on, max(coalesce(until_on, 'infinity')) over (
          partition by system_id, role order by from_on, id rows between unbounded preceding and 1 preceding) as ended_before
        from system_role) role
      left join system s on s.id = role.system_id
      where role.from_on < role.ended_before`,
  },
  {
    name: 'asset-holders-never-overlap',
    sentence: 'An asset is held by one account in a month.',
    violations: sql`
      select asset.gis_id as asset, ${monthText('holder.from_month')} as from_month, holder.ended_before
      from (
        select asset_id, from_month, max(coalesce(until_month, 'infinity')) over (
          partition by asset_id order by from_month, id rows between unbounded preceding and 1 preceding) as ended_before
        from gis_asset_holder) holder
      left join gis_asset asset on asset.id = holder.asset_id
      where holder.from_month < holder.ended_before`,
  },
  {
    name: 'memberships-never-overlap',
    sentence: 'A system is in one asset in a month.',
    violations: sql`
      select s.pts_id as system, ${monthText('member.from_month')} as from_month, member.ended_before
      from (
        select system_id, from_month, max(coalesce(until_month, 'infinity')) over (
          partition by system_id order by from_month, id rows between unbounded preceding and 1 preceding) as ended_before
        from gis_asset_membership) member
      left join system s on s.id = member.system_id
      where member.from_month < member.ended_before`,
  },
];
