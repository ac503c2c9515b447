import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { monthToDate } from '../boundary/columns.js';
import { connectionOf, type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import { type Month, parseMonth } from '../domain/month.js';
import { empty, rows, sql } from '../platform/sql.js';

@ObjectType({
  description:
    'Qualified production that was not used although its quarter, or a later one, is issued. Nothing issues it by itself.',
})
export class AwaitingProduction {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => DecimalScalar, { description: 'Production in kWh.' })
  productionKwh!: string;

  @Field(() => ID, { description: 'The reading it comes from.' })
  readingId!: string;

  @Field(() => MonthScalar, {
    description: 'Month of that reading; later than the month when it is a share of a missed one.',
  })
  readingMonth!: Month;
}

export const AwaitingProductionConnection = connectionOf(AwaitingProduction, 'AwaitingProduction');

/** What waits for staff, oldest month first. */
export function awaitingStaff(em: EntityManager, page: PageArgs): Promise<Page<AwaitingProduction>> {
  return pageOf(
    page,
    3,
    (key, limit) =>
      rows<AwaitingProduction>(
        em,
        sql`select s.pts_id as "ptsId", to_char(w.month, 'YYYY-MM') as month, w.production_kwh as "productionKwh",
                   w.reading_id as "readingId", to_char(w.reading_month, 'YYYY-MM') as "readingMonth"
            from production_awaiting_staff w join system s on s.id = w.system_id
            where true ${
              key
                ? sql`and (w.month, w.reading_month, w.reading_id) > (${dateOf(key[0])}::date, ${dateOf(key[1])}::date, ${key[2]}::bigint)`
                : empty
            }
            order by w.month, w.reading_month, w.reading_id limit ${limit}`,
      ),
    waiting => [waiting.month, waiting.readingMonth, waiting.readingId],
  );
}

function dateOf(month: string | undefined): string {
  return monthToDate(parseMonth(month ?? ''));
}
