import { reportingWindowDays } from '../../domain/rules/reporting.js';
import { timeZone } from '../../domain/time-zone.js';
import { sql } from '../../platform/sql.js';
import { datedRows } from './dated-rows.js';
import type { Law } from './law.js';
import { monthText } from './places.js';
import { valuesFollow } from './values-follow.js';

/** What was measured hangs together. Source: program/001; domain 5.3 and 5.4. */
export const readingLaws: readonly Law[] = [
  {
    name: 'one-reading-in-force',
    sentence: 'A meter has one reading in force in a month.',
    violations: sql`
      select s.pts_id as system, m.label as meter, ${monthText('r.month')} as month, count(*) as in_force
      from reading r left join meter m on m.id = r.meter_id left join system s on s.id = m.system_id
      where r.superseded_at is null
      group by r.meter_id, r.month, s.pts_id, m.label having count(*) > 1`,
  },
  {
    name: 'superseded-by-later',
    sentence: 'A superseded reading names the later reading of its meter and month that took its place.',
    violations: sql`
      select ${monthText('old.month')} as month, old.id as reading, old.superseded_by
      from reading old left join reading new on new.month = old.month and new.id = old.superseded_by
      where old.superseded_at is not null
        and (new.meter_id = old.meter_id and new.id > old.id and new.submitted_at = old.superseded_at) is not true`,
  },
  {
    name: 'reading-is-of-the-system',
    sentence: 'A reading and its shares are of the system that the meter is of.',
    violations: sql`
      select ${monthText('r.month')} as month, r.id as reading, r.system_id as found, m.system_id as expected
      from reading r left join meter m on m.id = r.meter_id
      where m.system_id is distinct from r.system_id
      union all
      select ${monthText('share.month')}, share.reading_id, share.system_id, r.system_id
      from estimated_share share left join reading r on r.month = share.reading_month and r.id = share.reading_id
      where r.system_id is distinct from share.system_id`,
  },
  {
    name: 'reading-in-its-window',
    sentence:
      'A reading was made, then submitted, inside the reporting window of its month; only a correction is submitted after it.',
    violations: sql`
      select ${monthText('r.month')} as month, r.id as reading, r.read_at, r.submitted_at, r.correction_id as correction
      from reading r
      join (values ${datedRows(reportingWindowDays, days => sql`${days.lastDays}::int, ${days.firstDays}::int`)})
        as rule (from_on, to_on, last_days, first_days)
        on r.month + interval '1 month - 1 day' between rule.from_on and rule.to_on
      where r.read_at > r.submitted_at
        or r.read_at < (r.month + interval '1 month' - make_interval(days => rule.last_days)) at time zone ${timeZone}
        or (case when r.correction_id is null then r.submitted_at else r.read_at end)
          >= (r.month + interval '1 month' + make_interval(days => rule.first_days)) at time zone ${timeZone}`,
  },
  {
    name: 'values-follow-each-other',
    sentence:
      'The difference of a reading is what its meter counted since the reading before, over replacements and rollovers.',
    violations: valuesFollow,
  },
  {
    name: 'difference-is-shared-out',
    sentence:
      'The difference of a reading is its own production and the shares of the months missed, to the last watt-hour.',
    violations: sql`
      select ${monthText('r.month')} as month, r.id as reading, r.difference_kwh,
             r.production_kwh + coalesce(share.kwh, 0) as shared_out_kwh, r.estimated, coalesce(share.count, 0) as shares
      from reading r
      left join (
        select reading_month, reading_id, sum(production_kwh) as kwh, count(*) as count
        from estimated_share group by reading_month, reading_id) share
        on share.reading_month = r.month and share.reading_id = r.id
      where r.difference_kwh <> r.production_kwh + coalesce(share.kwh, 0) or r.estimated <> (share.count is not null)`,
  },
  {
    name: 'shares-fill-the-gap',
    sentence: 'Shares stand for exactly the months between two readings of a meter.',
    violations: sql`
      select s.pts_id as system, m.label as meter, ${monthText('r.month')} as month, r.id as reading,
             r.before as reading_before, r.missed, coalesce(share.count, 0) as shares, share.first_month, share.last_month
      from (
        select month, id, meter_id, before,
               extract(year from age(month, before)) * 12 + extract(month from age(month, before)) - 1 as missed
        from (
          select month, id, meter_id, lag(month) over (partition by meter_id order by month, id) as before
          from reading where superseded_at is null) r
        where before < month) r
      left join (
        select reading_month, reading_id, count(*) as count, min(month) as first_month, max(month) as last_month
        from estimated_share group by reading_month, reading_id) share
        on share.reading_month = r.month and share.reading_id = r.id
      left join meter m on m.id = r.meter_id left join system s on s.id = m.system_id
      where coalesce(share.count, 0) <> r.missed or share.first_month <= r.before or share.last_month >= r.month`,
  },
];
