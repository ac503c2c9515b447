import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf, type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import { type Month, monthOf, parseMonth } from '../domain/month.js';
import { empty, rows, sql } from '../platform/sql.js';
import { hindrance, productionPlaced } from './issuable.js';

export const waitingReasons = ['LATE', 'NO_ASSET', 'METER_NOT_SUITABLE', 'TERMS_NOT_ACCEPTED'] as const;
export const WaitingReasonEnum = enumOf(waitingReasons);
registerEnumType(WaitingReasonEnum, {
  name: 'WaitingReason',
  description: 'Why production waits for staff, as things are today.',
  valuesConfig: {
    LATE: { description: 'It, its qualification or what hindered it came to order after its quarter was reported.' },
    NO_ASSET: { description: 'The system was in no GIS asset.' },
    METER_NOT_SUITABLE: { description: 'The meter is not of revenue grade for the size of the system.' },
    TERMS_NOT_ACCEPTED: { description: 'The account holder has not accepted the SREC terms and conditions.' },
  },
});

@ObjectType({
  description:
    'Qualified production that was not used although its quarter, or a later one, is reported. Nothing reports or issues it by itself.',
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

  @Field(() => WaitingReasonEnum, { description: 'Why it waits.' })
  why!: (typeof waitingReasons)[number];

  @Field(() => MonthScalar, {
    description: 'Month of that reading; later than the month when it is a share of a missed one.',
  })
  readingMonth!: Month;
}

export const AwaitingProductionConnection = connectionOf(AwaitingProduction, 'AwaitingProduction');

/** What waits for staff, oldest month first. */
export function awaitingStaff(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<AwaitingProduction>> {
  const currentMonth = monthOf(actor.on);
  return pageOf(
    page,
    3,
    (key, limit) =>
      rows<AwaitingProduction>(
        em,
        sql`select s.pts_id as "ptsId", to_char(p.month, 'YYYY-MM') as month, p.production_kwh as "productionKwh",
                   p.reading_id as "readingId", to_char(p.reading_month, 'YYYY-MM') as "readingMonth",
                   coalesce(${hindrance(currentMonth)}, 'LATE') as why
            from production_awaiting_staff p ${productionPlaced}
            where true ${
              key
                ? sql`and (p.month, p.reading_month, p.reading_id) > (${dateOf(key[0])}::date, ${dateOf(key[1])}::date, ${key[2]}::bigint)`
                : empty
            }
            order by p.month, p.reading_month, p.reading_id limit ${limit}`,
      ),
    waiting => [waiting.month, waiting.readingMonth, waiting.readingId],
  );
}

function dateOf(month: string | undefined): string {
  return monthToDate(parseMonth(month ?? ''));
}
