import type { EntityManager } from '@mikro-orm/postgresql';
import { ArgsType, Field } from 'type-graphql';
import { instantOf, monthToDate } from '../boundary/columns.js';
import type { Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { type Page, PageArgs, pageOf } from '../boundary/page.js';
import { MonthScalar } from '../boundary/scalars.js';
import { type Month, parseMonth } from '../domain/month.js';
import { empty, rawSql, rows, type Sql, sql } from '../platform/sql.js';
import type { ReadingRecord } from './reading.entity.js';

@ArgsType()
export class ReadingArgs extends PageArgs {
  @Field(() => MonthScalar, { nullable: true, description: 'From this month on.' })
  from?: Month | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Up to this month, inclusive.' })
  to?: Month | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: also readings whose place was taken by a later submission.',
  })
  withSuperseded!: boolean;
}

/** A row of `readingColumns`, as the database writes it. */
export type ReadingText = Omit<ReadingRecord, 'readAt' | 'submittedAt' | 'recordedAt' | 'supersededAt' | 'month'> & {
  readonly [instant in 'readAt' | 'submittedAt' | 'recordedAt' | 'month']: string;
} & { readonly supersededAt: string | null };

/** The columns of `reading` that `readingOf` reads. */
export const readingColumns: Sql = sql`month, id, meter_id as "meterId", system_id as "systemId", read_at as "readAt", value_kwh as "valueKwh",
  difference_kwh as "differenceKwh", production_kwh as "productionKwh", estimated, channel, flags, submitted_at as "submittedAt",
  submitted_by as "submittedBy", recorded_at as "recordedAt", superseded_at as "supersededAt", superseded_by as "supersededBy"`;

export function readingOf(reading: ReadingText): ReadingRecord {
  return {
    ...reading,
    month: reading.month.slice(0, 7) as Month,
    readAt: instantOf(reading.readAt),
    submittedAt: instantOf(reading.submittedAt),
    recordedAt: instantOf(reading.recordedAt),
    supersededAt: reading.supersededAt === null ? null : instantOf(reading.supersededAt),
  } as ReadingRecord;
}

/**
 * A page of readings, newest month first, of one system or one meter.
 *
 * However many parents ask in one request, they are answered by one statement (a lateral join gives each its page).
 */
export function listReadings(
  context: Context,
  parent: { readonly column: 'system_id' | 'meter_id'; readonly id: string },
  args: ReadingArgs,
): Promise<Page<ReadingRecord>> {
  return pageOf(
    args,
    2,
    (key, limit) =>
      loadMany(
        context,
        `readings ${parent.column} ${JSON.stringify([args.from, args.to, args.withSuperseded, key, limit])}`,
        parent.id,
        ids => readingsOf(context.em, parent.column, ids, args, key, limit),
        reading => (parent.column === 'system_id' ? reading.systemId : reading.meterId),
      ),
    reading => [reading.month, reading.id],
  );
}

async function readingsOf(
  em: EntityManager,
  column: 'system_id' | 'meter_id',
  ids: readonly string[],
  args: ReadingArgs,
  key: readonly string[] | null,
  limit: number,
): Promise<ReadingRecord[]> {
  const found = await rows<ReadingText>(
    em,
    sql`select r.* from unnest(${ids}::bigint[]) with ordinality as parent (id, position)
        cross join lateral (
          select ${readingColumns} from reading where ${rawSql(column)} = parent.id
            ${args.withSuperseded ? empty : sql`and superseded_at is null`}
            ${args.from ? sql`and month >= ${monthToDate(args.from)}::date` : empty}
            ${args.to ? sql`and month <= ${monthToDate(args.to)}::date` : empty}
            ${key ? sql`and (month, id) < (${monthToDate(parseMonth(key[0] ?? ''))}::date, ${key[1]}::bigint)` : empty}
          order by month desc, id desc limit ${limit}) r
        order by parent.position, r.month desc, r.id desc`,
  );
  return found.map(readingOf);
}
