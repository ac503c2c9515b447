import type { EntityManager } from '@mikro-orm/postgresql';
import { plainOrNullArray, type Scalar, valueArray } from './array-text.js';
import { join, rawSql, row, rows, sql } from './sql.js';

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
  const arrays = join(columns.map(([, type, value]) => sql`${arrayOf(type, inserted.map(value))}::${rawSql(type)}[]`));
  await rows(
    em,
    sql`insert into ${rawSql(table)} (${names}) select ${names} from unnest(${arrays}) as bulk (${names})`,
  );
}

/** Types whose values are never quoted. */
const plainTypes: ReadonlySet<string> = new Set(['bigint', 'int', 'smallint', 'numeric', 'date', 'boolean']);

/** The values of a column as one text; bytes and the like, which only the driver can write, as they are. */
function arrayOf(type: string, values: readonly unknown[]): string | readonly unknown[] {
  if (!values.every(isScalar)) return values;
  return plainTypes.has(type) ? plainOrNullArray(values) : valueArray(values);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== 'object';
}

/** Takes the next numbers of a sequence. */
export async function nextIds(em: EntityManager, sequence: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { ids } = await row<{ ids: string }>(
    em,
    sql`select string_agg(nextval(${sequence})::text, ',') as ids from generate_series(1, ${count})`,
  );
  return ids.split(',');
}
