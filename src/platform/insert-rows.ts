import type { EntityManager } from '@mikro-orm/postgresql';
import { join, rawSql, rows, sql } from './sql.js';

/** A column of a bulk insert: its name, its type in PostgreSQL, and its value of each row. */
export type BulkColumn<Row> = readonly [name: string, type: string, value: (row: Row) => unknown];

/** Inserts many rows by one statement, each column as an array. Names and types are ours, values are bound. */
export async function insertRows<Row>(
  em: EntityManager,
  table: string,
  inserted: readonly Row[],
  columns: readonly BulkColumn<Row>[],
): Promise<void> {
  if (inserted.length === 0) return;
  const names = rawSql(columns.map(([name]) => name).join(', '));
  const arrays = join(columns.map(([, type, value]) => sql`${inserted.map(value)}::${rawSql(type)}[]`));
  await rows(
    em,
    sql`insert into ${rawSql(table)} (${names}) select ${names} from unnest(${arrays}) as bulk (${names})`,
  );
}

/** Takes the next numbers of a sequence. */
export async function nextIds(em: EntityManager, sequence: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const taken = await rows<{ id: string }>(
    em,
    sql`select nextval(${sequence}) as id from generate_series(1, ${count})`,
  );
  return taken.map(each => each.id);
}
