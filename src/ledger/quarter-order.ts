import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { mintDatesOf } from '../domain/calendar.js';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import { addQuarters, firstMonthOf, monthsOf, type Quarter } from '../domain/quarter.js';
import { localDateOf } from '../domain/time-zone.js';
import { empty, maybeRow, row, rows, sql } from '../platform/sql.js';
import { issuable } from './issuable.js';

/** Refuses to report a quarter before its upload date, to issue it before its mint date: BEFORE_SCHEDULE with the day. */
export function refuseBeforeSchedule(quarter: Quarter, step: 'report' | 'issue', now: Date): void {
  const { uploadDate, mintDate } = mintDatesOf(quarter);
  const notBefore = step === 'report' ? uploadDate : mintDate;
  if (localDateOf(now) >= notBefore) return;
  const done = step === 'report' ? 'reported to the GIS' : 'minted';
  throw new Refusal('BEFORE_SCHEDULE', `${quarter} is ${done} on ${notBefore}.`, {
    quarter,
    notBefore,
    today: localDateOf(now),
  });
}

/**
 * Carries run from quarter to quarter, so quarters are reported in order: QUARTER_OUT_OF_ORDER when a later one was begun, when an
 * earlier one was begun and is not frozen, or when one since the last holds production that could be issued. Production that came for
 * a quarter before the last one waits for staff and holds nothing up.
 */
export async function refuseOutOfOrder(em: EntityManager, quarter: Quarter): Promise<void> {
  const other = await maybeRow<{ quarter: Quarter }>(
    em,
    sql`select quarter from issuance_run
        where quarter > ${quarter} or (quarter < ${quarter} and frozen_at is null) order by quarter limit 1`,
  );
  if (other) {
    const state = other.quarter > quarter ? 'is reported already, or being reported' : 'was begun and is not frozen';
    throw outOfOrder(quarter, other.quarter, `${other.quarter} ${state}.`);
  }
  const { last } = await row<{ last: Quarter | null }>(em, sql`select max(quarter) as last from issuance_run`);
  if (last !== null && addQuarters(last, 1) >= quarter) return;
  const skipped = await maybeRow<{ quarter: Quarter }>(
    em,
    sql`select to_char(p.month, 'YYYY"-Q"Q') as quarter
        from ${issuable(firstMonthOf(quarter))}
          and p.month < ${monthToDate(firstMonthOf(quarter))}::date
          ${last === null ? empty : sql`and p.month >= ${monthToDate(firstMonthOf(addQuarters(last, 1)))}::date`}
        order by p.month limit 1`,
  );
  if (skipped)
    throw outOfOrder(quarter, skipped.quarter, `${skipped.quarter} holds production and is not reported yet.`);
}

/** Quarters are issued in order: QUARTER_OUT_OF_ORDER while one that was reported earlier is not issued. */
export async function refuseUnissuedBefore(em: EntityManager, quarter: Quarter): Promise<void> {
  const other = await maybeRow<{ quarter: Quarter }>(
    em,
    sql`select quarter from issuance_run where quarter < ${quarter} and completed_at is null order by quarter limit 1`,
  );
  if (other) throw outOfOrder(quarter, other.quarter, `${other.quarter} is not issued yet.`);
}

/**
 * Every asset with production to be reported has a holder in its month: ASSET_WITHOUT_HOLDER names those that have none. Assets without
 * a holder are looked for first, since there are hardly any, and production of theirs alone.
 */
export async function refuseWithoutHolder(em: EntityManager, quarter: Quarter): Promise<void> {
  const months = monthsOf(quarter);
  const ofUnheld = sql`(
    select p.* from unheld cross join lateral (
      select * from qualified_production p where p.system_id = unheld.system_id and p.month = unheld.month offset 0) p) p`;
  const unheld = await rows<{ gisId: string; month: Month }>(
    em,
    sql`with unheld as materialized (
          select placed.system_id, month.first_day as month
          from unnest(${months.map(monthToDate)}::date[]) as month (first_day)
          join gis_asset_membership placed on placed.from_month <= month.first_day
            and (placed.until_month is null or placed.until_month > month.first_day)
          where not exists (select from gis_asset_holder holds where holds.asset_id = placed.asset_id
            and holds.from_month <= month.first_day and (holds.until_month is null or holds.until_month > month.first_day)))
        select distinct asset.gis_id as "gisId", to_char(due.month, 'YYYY-MM') as month
        from (select member.asset_id, p.month from ${issuable(months[0], ofUnheld)} and holder.id is null) due
        join gis_asset asset on asset.id = due.asset_id
        order by 1, 2 limit 20`,
  );
  const first = unheld[0];
  if (!first) return;
  throw new Refusal('ASSET_WITHOUT_HOLDER', `No GIS account holds ${first.gisId} in ${first.month}.`, {
    quarter,
    assets: unheld.map(({ gisId, month }) => `${gisId} ${month}`),
  });
}

function outOfOrder(quarter: Quarter, other: string, message: string): Refusal {
  return new Refusal('QUARTER_OUT_OF_ORDER', message, { quarter, other });
}
