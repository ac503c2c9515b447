import type { EntityManager } from '@mikro-orm/postgresql';
import { ArgsType, Field } from 'type-graphql';
import { monthToDate } from '../boundary/columns.js';
import type { Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { type Page, PageArgs, pageOf } from '../boundary/page.js';
import { MonthScalar } from '../boundary/scalars.js';
import { type Month, parseMonth } from '../domain/month.js';
import { empty, rawSql, sql } from '../platform/sql.js';
import { textRows } from '../platform/text-rows.js';
import { columnsFor, type ListedReading, type ReadingsOfParent, readingColumns, readingsIn } from './listed-reading.js';

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

/**
 * A page of readings, newest month first, of one system or one meter.
 *
 * However many parents ask in one request, they are answered by one statement (a lateral join gives each its page). `asked` names the
 * fields that are wanted of each; absent: all. Two of twelve cost PostgreSQL half.
 */
export function listReadings(
  context: Context,
  parent: { readonly column: 'system_id' | 'meter_id'; readonly id: string },
  args: ReadingArgs,
  asked?: ReadonlySet<string>,
): Promise<Page<ListedReading>> {
  const columns = columnsFor(asked);
  return pageOf(
    args,
    2,
    async (key, limit) => {
      const page = await loadOne(
        context,
        `readings ${parent.column} ${JSON.stringify([args.from, args.to, args.withSuperseded, key, limit, columns])}`,
        parent.id,
        ids => pagesOf(context.em, parent.column, ids, columns, args, key, limit),
        ([parentId]) => parentId,
      );
      return page ? readingsIn(page, columns) : [];
    },
    reading => [reading.month, reading.id],
  );
}

/**
 * The page of each parent as one row, its columns put together (`listed-reading`): a row for each reading costs the driver twice what
 * PostgreSQL needs to find them.
 */
function pagesOf(
  em: EntityManager,
  column: 'system_id' | 'meter_id',
  ids: readonly string[],
  columns: ReturnType<typeof columnsFor>,
  args: ReadingArgs,
  key: readonly string[] | null,
  limit: number,
): Promise<ReadingsOfParent[]> {
  return textRows<ReadingsOfParent>(
    em,
    sql`select parent.id, page.* from unnest(${ids}::bigint[]) as parent (id)
        cross join lateral (
          select ${readingColumns(columns)} from (
            select * from reading where ${rawSql(column)} = parent.id
              ${args.withSuperseded ? empty : sql`and superseded_at is null`}
              ${args.from ? sql`and month >= ${monthToDate(args.from)}::date` : empty}
              ${args.to ? sql`and month <= ${monthToDate(args.to)}::date` : empty}
              ${key ? sql`and (month, id) < (${monthToDate(parseMonth(key[0] ?? ''))}::date, ${key[1]}::bigint)` : empty}
            order by month desc, id desc limit ${limit}) r) page`,
  );
}
