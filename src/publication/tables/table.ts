import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, type PageArgs, pageOf } from '../../boundary/page.js';
import type { LocalDate } from '../../domain/local-date.js';
import { empty, row, rows, type Sql, sql } from '../../platform/sql.js';
import { type Cell, type Column, column } from './column.js';

/** A row with the key by which its table is ordered. */
export type TableRow = { readonly key: string } & Readonly<Record<string, Cell>>;

/** What a table is asked of: a database, on a day. */
export interface Asked {
  readonly em: EntityManager;
  readonly on: LocalDate;
}

/** When its rows change: with what is on record, or when a figure is decided. */
export type Refreshed = 'CONTINUOUSLY' | 'ON_DECISION';

/** A public table: reviewed columns, rows by keyset, and a fingerprint that changes when any of its rows does. */
export interface PublicTable {
  /** As in its address, e.g. `qualified-units`. */
  readonly name: string;
  /** Name of the GraphQL type of a row. */
  readonly typeName: string;
  /** Of its columns: the first number changes when one goes or changes its meaning, the second when one is added. */
  readonly version: string;
  readonly refreshed: Refreshed;
  readonly keywords: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly columns: readonly Column[];
  /** At most `limit` rows after a key, in the order of the table. */
  rowsAfter(asked: Asked, key: string | null, limit: number): Promise<readonly TableRow[]>;
  fingerprint(asked: Asked): Promise<string>;
}

/** When the rows of a file were read: the last column of each, since a file has no other place for it. */
export const asOfColumn: Column = column('asOf', 'INSTANT', 'When the table was read, in UTC.');

type Head = Omit<PublicTable, 'rowsAfter' | 'fingerprint'>;

/** A table of the database. `select` gives the columns by their keys, and `key`, the number of the row that orders them. */
export function databaseTable(head: Head, select: (on: LocalDate) => Sql): PublicTable {
  return {
    ...head,
    rowsAfter: ({ em, on }, key, limit) =>
      rows<TableRow>(
        em,
        sql`select listed.*, listed.key::text as key from (${select(on)}) listed
            ${key === null ? empty : sql`where listed.key > ${key}::bigint`} order by listed.key limit ${limit}`,
      ),
    async fingerprint({ em, on }) {
      const { count, sum } = await row<{ count: string; sum: string }>(
        em,
        sql`select count(*)::text as count, coalesce(sum(hashtextextended(listed::text, 0)::numeric), 0)::text as sum
            from (${select(on)}) listed`,
      );
      return `${count} ${sum}`;
    },
  };
}

/** A table that is small enough to be listed whole. `list` gives its rows in the order of their keys. */
export function listedTable(head: Head, list: (asked: Asked) => Promise<readonly TableRow[]>): PublicTable {
  return {
    ...head,
    async rowsAfter(asked, key, limit) {
      return (await list(asked)).filter(each => key === null || each.key > key).slice(0, limit);
    },
    fingerprint: async asked =>
      createHash('sha256')
        .update(JSON.stringify(await list(asked)))
        .digest('hex'),
  };
}

/** A page of a table. BAD_USER_INPUT as for every page. */
export function pageOfTable(table: PublicTable, asked: Asked, page: PageArgs): Promise<Page<TableRow>> {
  return pageOf(
    page,
    1,
    (key, limit) => table.rowsAfter(asked, key?.[0] ?? null, limit),
    ({ key }) => [key],
  );
}

/** Rows that are read at once for a file. */
const rowsAtOnce = 500;

/**
 * Every row of a table as cells in the order of its columns. Read page by page as the reader takes them, so that a file of any size
 * needs the memory of one page; between pages no connection is held, however slow the reader is.
 */
export async function* cellsOf(table: PublicTable, asked: Asked, asOf: Date): AsyncGenerator<Cell[]> {
  for (let key: string | null = null; ; ) {
    const page: readonly TableRow[] = await table.rowsAfter(asked, key, rowsAtOnce);
    for (const each of page) yield [...table.columns.map(({ key }) => each[key] ?? null), asOf.toISOString()];
    const last = page.at(-1);
    if (last === undefined || page.length < rowsAtOnce) return;
    key = last.key;
  }
}
