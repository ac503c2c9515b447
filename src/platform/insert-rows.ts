import type { EntityManager } from '@mikro-orm/postgresql';
import { plainOrNullArray, type Scalar, valueArray } from './array-text.js';
import { join, rawSql, row, rows, type Sql, sql } from './sql.js';

/** A column of a bulk insert: its name, its type in PostgreSQL, and its value of each row. */
export type BulkColumn<Row> = readonly [name: string, type: string, value: (row: Row, at: number) => unknown];

/**
 * Inserts many rows by one statement, each column as an array, or as one value where all rows have the same. Names and types are ours,
 * values are bound. The arrays stand in the list of the select and not in its `from`, where PostgreSQL would write each of them down
 * before it reads the first row.
 */
export async function insertRows<Row>(
  em: EntityManager,
  table: string,
  inserted: readonly Row[],
  columns: readonly BulkColumn<Row>[],
): Promise<void> {
  if (inserted.length === 0) return;
  const valuesOf = columns.map(([, , value]) => inserted.map(value));
  const varies = valuesOf.map(values => values.some(value => value !== values[0]));
  if (!varies.includes(true)) varies[0] = true; // one array at least, of which the rows are made
  const selected = columns.map(([, type], at) => {
    const values = valuesOf[at] ?? [];
    return varies[at] ? unnested(type, values) : sql`${values[0]}::${rawSql(type)}`;
  });
  const names = rawSql(columns.map(([name]) => name).join(', '));
  await rows(em, sql`insert into ${rawSql(table)} (${names}) select ${join(selected)}`);
}

/** The values of a column, one a row. Arrays are handed over as texts: an array of them would have to be rectangular. */
function unnested(type: string, values: readonly unknown[]): Sql {
  const element = type.endsWith('[]') ? 'text' : type;
  const each = sql`unnest(${arrayOf(element, values)}::${rawSql(element)}[])`;
  return element === type ? each : sql`${each}::${rawSql(type)}`;
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
