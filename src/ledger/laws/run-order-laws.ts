import { reportingWindowDays } from '../../domain/rules/reporting.js';
import { timeZone } from '../../domain/time-zone.js';
import { sql } from '../../platform/sql.js';
import { datedRows } from './dated-rows.js';
import type { Law } from './law.js';
import { issuancePlace, issuances, quarterText } from './places.js';

/** Quarters are issued whole, in order, and not before their last window has closed. Source: program/004; domain 5.3 and 7. */
export const runOrderLaws: readonly Law[] = [
  {
    name: 'issued-once',
    sentence: 'An asset has one issuance for a programme and month.',
    violations: sql`
      select asset.gis_id as asset, i.program, to_char(i.month, 'YYYY-MM') as month, array_agg(i.id order by i.id) as issuances
      from ${issuances} group by i.asset_id, asset.gis_id, i.program, i.month having count(*) > 1`,
  },
  {
    name: 'issued-in-its-quarter',
    sentence: 'An issuance belongs to the run of the quarter that its month lies in.',
    violations: sql`
      select ${issuancePlace}, i.run_id as run, run.quarter
      from ${issuances} left join issuance_run run on run.id = i.run_id
      where ${quarterText('i.month')} is distinct from run.quarter`,
  },
  {
    name: 'issued-after-the-window',
    sentence: 'No quarter is issued before its last reporting window has closed.',
    violations: sql`
      select run.quarter, run.issued_at
      from (
        select *, (make_date(left(quarter, 4)::int, right(quarter, 1)::int * 3, 1)
          + interval '1 month')::date as after from issuance_run) run
      join (values ${datedRows(reportingWindowDays, days => sql`${days.firstDays}::int`)}) as rule (from_on, to_on, first_days)
        on run.after - 1 between rule.from_on and rule.to_on
      where run.issued_at < (run.after + rule.first_days)::timestamp at time zone ${timeZone}`,
  },
  {
    name: 'runs-in-order',
    sentence: 'A quarter is issued after the ones before it, of which none that issued anything is left unfinished.',
    violations: sql`
      select run.quarter, run.id as run, later.quarter as later_quarter, later.id as later_run, run.completed_at
      from (select *, lead(id) over (order by quarter, id) as next from issuance_run) run
      join issuance_run later on later.id = run.next
      where later.id < run.id
        or run.completed_at is null and exists (select from issuance i where i.run_id = run.id)`,
  },
];
