import type { DatedTable } from '../../domain/rules/dated-table.js';
import { join, type Sql, sql } from '../../platform/sql.js';

/**
 * A dated table of the domain as rows of SQL: first and last day in force (both inclusive) and the value, so that a law and
 * the rule that it watches read the same figures. Rows that are only inferred are left out, as the rule leaves them out.
 */
export function datedRows<T>(table: DatedTable<T>, columns: (value: T) => Sql): Sql {
  const usable = table.rows.filter(row => row.confidence !== 'INFERRED');
  return join(
    usable.map(
      ({ from, to, value }) =>
        sql`(coalesce(${from}::date, '-infinity'), coalesce(${to}::date, 'infinity'), ${columns(value)})`,
    ),
  );
}
