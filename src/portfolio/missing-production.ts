import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { mintDatesOf } from '../domain/calendar.js';
import { type Month, parseMonth } from '../domain/month.js';
import { monthsOf, type Quarter, quarterOf } from '../domain/quarter.js';
import { windowOf } from '../domain/reporting-window.js';
import { empty, join, rows, type Sql, sql } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import type { MissingProduction } from './missing-production.type.js';

/**
 * Months of a quarter in which a system that the actor may see has a meter and no production on record, neither read nor as a share of
 * a later reading; by system and month. Months whose window has not opened yet are not missing.
 */
export function listMissingProduction(
  em: EntityManager,
  actor: Actor,
  now: Date,
  quarter: Quarter,
  page: PageArgs,
): Promise<Page<MissingProduction>> {
  const months = monthsOf(quarter).filter(month => windowOf(month).opensAt.getTime() <= now.getTime());
  return pageOf(
    page,
    2,
    async (key, limit) => {
      if (months.length === 0) return [];
      const found = await rows<{ systemId: string; month: string }>(
        em,
        sql`with mine as materialized (
              select s.id from system s where ${systemIsVisible(actor, 's.id')} ${key ? sql`and s.id >= ${key[0]}::bigint` : empty})
            select missing.id as "systemId", to_char(missing.month, 'YYYY-MM') as month
            from (${join(months.map(ofMonth), ' union all ')}) missing
            ${key ? sql`where (missing.id, missing.month) > (${key[0]}::bigint, ${monthToDate(parseMonth(key[1] ?? ''))}::date)` : empty}
            order by missing.id, missing.month limit ${limit}`,
      );
      return found.map(({ systemId, month }) => missing(systemId, month, now));
    },
    each => [each.systemId, each.month],
  );
}

/** Systems (`mine`) without production in a month: each month by itself, so that its partition alone is looked at. */
function ofMonth(month: Month): Sql {
  const date = sql`${monthToDate(month)}::date`;
  return sql`select s.id, ${date} as month from mine s
    where exists (select from meter where meter.system_id = s.id and meter.installed_on < (${date} + interval '1 month')::date)
      and not exists (select from reading r where r.system_id = s.id and r.month = ${date} and r.superseded_at is null)
      and not exists (
        select from estimated_share share join reading r on r.month = share.reading_month and r.id = share.reading_id
        where share.system_id = s.id and share.month = ${date} and r.superseded_at is null)`;
}

function missing(systemId: string, text: string, now: Date): MissingProduction {
  const month = parseMonth(text);
  const { closesAt } = windowOf(month);
  return {
    systemId,
    month,
    deadlineAt: closesAt,
    open: now.getTime() < closesAt.getTime(),
    reportedToGisOn: mintDatesOf(quarterOf(month)).uploadDate,
  };
}
