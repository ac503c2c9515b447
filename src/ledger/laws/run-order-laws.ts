import { reportingWindowDays } from '../../domain/rules/reporting.js';
import { timeZone } from '../../domain/time-zone.js';
import { sql } from '../../platform/sql.js';
import { isStanding } from '../standing.js';
import { datedRows } from './dated-rows.js';
import type { Law } from './law.js';
import { issuancePlace, issuances, quarterText } from './places.js';

/** Quarters are issued whole, in order, and not before their last window has closed. Source: program/004; domain 5.3 and 7. */
export const runOrderLaws: readonly Law[] = [
  {
    name: 'issued-once',
    sentence:
      'An asset has one issuance that stands for a programme and month, and its revisions are numbered without a gap.',
    violations: sql`
      select asset.gis_id as asset, i.program, to_char(i.month, 'YYYY-MM') as month, array_agg(i.id order by i.id) as issuances
      from ${issuances} group by i.asset_id, asset.gis_id, i.program, i.month
      having max(i.revision) <> count(*) or count(distinct i.revision) <> count(*)
        or count(*) filter (where ${isStanding('i.id')}) <> 1`,
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
    sentence: 'No quarter is reported before its last reporting window has closed.',
    violations: sql`
      select run.quarter, run.reported_at
      from (
        select *, (make_date(left(quarter, 4)::int, right(quarter, 1)::int * 3, 1)
          + interval '1 month')::date as after from issuance_run) run
      join (values ${datedRows(reportingWindowDays, days => sql`${days.firstDays}::int`)}) as rule (from_on, to_on, first_days)
        on run.after - 1 between rule.from_on and rule.to_on
      where run.reported_at < (run.after + rule.first_days)::timestamp at time zone ${timeZone}`,
  },
  {
    name: 'runs-in-order',
    sentence:
      'A quarter is reported after the ones before it, of which none that reported anything is left unfinished.',
    violations: sql`
      select run.quarter, run.id as run, later.quarter as later_quarter, later.id as later_run, run.frozen_at
      from (select *, lead(id) over (order by quarter, id) as next from issuance_run) run
      join issuance_run later on later.id = run.next
      where later.id < run.id
        or run.frozen_at is null and exists (select from issuance i where i.run_id = run.id)`,
  },
  {
    name: 'minted-after-the-report',
    sentence:
      'Nothing is minted of a quarter before its report is frozen (unless it was begun when the two were one step), nor of a later quarter before it is issued.',
    violations: sql`
      select run.quarter, run.frozen_at, run.issued_at, run.completed_at, next.quarter as later_quarter
      from issuance_run run
      left join issuance_run next on next.quarter > run.quarter and next.issued_at is not null and run.completed_at is null
      where next.id is not null or run.issued_at < run.frozen_at and run.issued_at <> run.reported_at or run.issued_at is null and exists (
        select from certificate_batch b join issuance i on i.id = b.issuance_id where i.run_id = run.id)`,
  },
  {
    name: 'report-is-as-frozen',
    sentence: 'The file for the GIS of a frozen report is, byte for byte, what it was on that day.',
    violations: sql`
      select run.quarter, report.line_count, encode(report.sha256, 'hex') as frozen,
             encode(sha256(convert_to(gis_report_file(run.id), 'UTF8')), 'hex') as found
      from issuance_run run left join gis_report report on report.run_id = run.id
      where (run.frozen_at is null) <> (report.run_id is null)
        or report.sha256 <> sha256(convert_to(gis_report_file(run.id), 'UTF8'))
        or report.line_count <> (select count(*) from gis_report_lines(run.id))
        or report.reported_mwh <> (select coalesce(sum(line.reported_mwh), 0) from gis_report_lines(run.id) line)`,
  },
];
