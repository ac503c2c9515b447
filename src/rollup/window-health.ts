import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { windowOf } from '../domain/reporting-window.js';
import { rows, sql } from '../platform/sql.js';
import { rollupsAsOf } from './as-of.js';
import type { WindowHealth, WindowReporter } from './window-health.type.js';

/** How the reporting of a month stands, from the roll-ups. */
export async function windowHealth(em: EntityManager, month: Month): Promise<WindowHealth> {
  const asOf = await rollupsAsOf(em);
  const ofMonth = sql`where month = ${monthToDate(month)}::date`;
  const days = await rows<{ on: LocalDate; systems: number; flagged: number }>(
    em,
    sql`select reported_on::text as "on", sum(systems)::int as systems, sum(flagged_readings)::int as flagged
        from reporting_rollup ${ofMonth} group by reported_on order by reported_on`,
  );
  const reporters = await rows<WindowReporter>(
    em,
    sql`select das_provider_id as "dasProviderId", sum(expected_systems)::int as "expectedSystems",
               sum(reported_systems)::int as "reportedSystems", max(last_reported_on)::text as "lastReportedOn"
        from reporter_rollup ${ofMonth} group by das_provider_id order by "expectedSystems" desc, das_provider_id`,
  );
  const reported = days.filter(({ on }) => on !== notYet);
  let reportedSystems = 0;
  const byDay = reported.map(({ on, systems }) => {
    reportedSystems += systems;
    return { on, systems, reportedSystems };
  });
  const { opensAt, closesAt } = windowOf(month);
  return {
    month,
    opensAt,
    closesAt,
    asOf,
    expectedSystems: days.reduce((sum, { systems }) => sum + systems, 0),
    reportedSystems,
    flaggedReadings: days.reduce((sum, { flagged }) => sum + flagged, 0),
    days: byDay,
    reporters,
  };
}

/** The day of the first report of a system that has not reported. */
const notYet = 'infinity';
