import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { parseMonth } from '../domain/month.js';
import { type ReadingText, readingColumns, readingOf } from '../metering/reading-text.js';
import { empty, rows, sql } from '../platform/sql.js';
import type { FlaggedReading } from './flagged-reading.type.js';

/**
 * The readings that the queue FLAGGED_READINGS counts, oldest month first: in force, with a flag, of quarters that are not reported yet.
 * From the record, so it may be ahead of the count.
 */
export function listFlaggedReadings(em: EntityManager, page: PageArgs): Promise<Page<FlaggedReading>> {
  return pageOf(
    page,
    2,
    async (key, limit) => {
      const found = await rows<ReadingText & { readonly label: string }>(
        em,
        sql`with flagged as (
              select ${readingColumns} from reading
              where superseded_at is null and flags <> '{}'
                and month >= coalesce(
                  (select max(day_after_quarter(quarter)) from issuance_run where frozen_at is not null), '-infinity')
                ${key ? sql`and (month, id) > (${monthToDate(parseMonth(key[0] ?? ''))}::date, ${key[1]}::bigint)` : empty}
              order by month, id limit ${limit})
            select flagged.*, m.label from flagged join meter m on m.id = flagged."meterId" order by month, id`,
      );
      return found.map(({ label, ...reading }) => ({ reading: readingOf(reading as ReadingText), meterLabel: label }));
    },
    ({ reading }) => [reading.month, reading.id],
  );
}
