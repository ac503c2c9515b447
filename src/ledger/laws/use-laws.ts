import { sql } from '../../platform/sql.js';
import type { Law } from './law.js';
import { counted, monthText, quarterText } from './places.js';

/** Production becomes certificates once, and only production that is on record. Source: program/001 and 002; domain 6. */
export const useLaws: readonly Law[] = [
  {
    name: 'production-used-once',
    sentence:
      'What a meter produced in a month counts once: neither one reading twice, nor two readings for one month, whether issued or adjusted.',
    violations: sql`
      select ${monthText('c.month')} as month, r.meter_id as meter, count(*) as uses, array_agg(c.reading_id order by c.reading_id) as readings
      from ${counted} c join reading r on r.month = c.reading_month and r.id = c.reading_id
      group by c.month, r.meter_id having count(*) > 1`,
  },
  {
    name: 'used-reading-in-force',
    sentence:
      'What counts comes from a reading that exists and is in force, of the same system: what was corrected is settled.',
    violations: sql`
      select ${monthText('c.month')} as month, ${monthText('c.reading_month')} as reading_month, c.reading_id as reading,
             c.issuance_id as issuance, c.system_id as system, r.system_id as system_of_reading, r.superseded_at
      from ${counted} c left join reading r on r.month = c.reading_month and r.id = c.reading_id
      where (r.system_id = c.system_id and r.superseded_at is null) is not true`,
  },
  {
    name: 'used-production-is-what-was-read',
    sentence:
      'The production of a use, issued or adjusted, is that of its reading, or of its share of a missed month, and is not forfeited.',
    violations: sql`
      select ${monthText('u.month')} as month, ${monthText('u.reading_month')} as reading_month, u.reading_id as reading,
             u.issuance_id as issuance, u.production_kwh as used_kwh, case when u.month = r.month then r.production_kwh else share.production_kwh end as read_kwh
      from (
        select month, reading_month, reading_id, issuance_id, production_kwh from reading_use
        union all
        select month, reading_month, reading_id, null, production_kwh from adjustment_use) u
      join reading r on r.month = u.reading_month and r.id = u.reading_id
      left join estimated_share share on share.month = u.month and share.reading_month = u.reading_month
        and share.reading_id = u.reading_id and not share.forfeited
      where case when u.month = r.month then r.production_kwh else share.production_kwh end is distinct from u.production_kwh`,
  },
  {
    name: 'used-production-is-eligible',
    sentence:
      'Used production lies in the term of the statement of qualification; in its first month it counts by days.',
    violations: sql`
      select s.pts_id as system, ${monthText('u.month')} as month, u.production_kwh, u.eligible_kwh, q.effective_on,
             q.last_eligible_quarter
      from (select system_id, month, sum(production_kwh) as production_kwh, sum(eligible_kwh) as eligible_kwh
            from ${counted} c group by system_id, month) u
      left join system s on s.id = u.system_id
      left join statement_of_qualification q on q.system_id = u.system_id and q.effective_on < u.month + interval '1 month'
        and (q.last_eligible_quarter is null or q.last_eligible_quarter >= ${quarterText('u.month')})
      where ( u.eligible_kwh = case
          when u.month >= q.effective_on then u.production_kwh
          else round(u.production_kwh * ((u.month + interval '1 month')::date - q.effective_on)
            / ((u.month + interval '1 month')::date - u.month), 3) end) is not true`,
  },
  {
    name: 'used-for-its-own-month',
    sentence: 'Production is used for its own month, in the asset that its system was in that month.',
    violations: sql`
      select s.pts_id as system, ${monthText('u.month')} as month, u.reading_id as reading, u.issuance_id as issuance,
             ${monthText('i.month')} as issued_month, asset.gis_id as asset
      from reading_use u
      left join issuance i on i.id = u.issuance_id
      left join gis_asset asset on asset.id = i.asset_id
      left join system s on s.id = u.system_id
      left join gis_asset_membership member on member.system_id = u.system_id and member.asset_id = i.asset_id
        and member.from_month <= u.month and (member.until_month is null or member.until_month > u.month)
      where i.id is null or i.month <> u.month or member.id is null`,
  },
  {
    name: 'factor-is-the-statements',
    sentence:
      'A system is issued, and adjusted, under the programme and the factor of the statement of qualification in whose term the month lies.',
    violations: sql`
      select s.pts_id as system, ${monthText('step.month')} as month, step.issuance_id as issuance, step.adjustment_id as adjustment,
             step.program, q.program as program_of_statement, step.srec_factor, q.srec_factor as factor_of_statement
      from (
        select of_system.system_id, i.month, i.program, of_system.srec_factor, of_system.issuance_id, null::bigint as adjustment_id
        from issuance_system of_system left join issuance i on i.id = of_system.issuance_id
        union all
        select system_id, month, program, srec_factor, null, id from adjustment where kind = 'PRIOR_PERIOD') step
      left join system s on s.id = step.system_id
      left join statement_of_qualification q on q.system_id = step.system_id and q.effective_on < step.month + interval '1 month'
        and (q.last_eligible_quarter is null or q.last_eligible_quarter >= ${quarterText('step.month')})
      where (q.program = step.program and q.srec_factor = step.srec_factor) is not true`,
  },
];
