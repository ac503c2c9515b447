import { rawSql, type Sql, sql } from '../platform/sql.js';

/** The condition under which the issuance whose id stands in a column stands itself: none replaces it. */
export function isStanding(idColumn: string): Sql {
  return sql`not exists (select from issuance later where later.replaces_id = ${rawSql(idColumn)})`;
}

/** The condition under which a use (`u`: its month and its reading) was not taken out by an adjustment. */
export const isNotTakenOut: Sql = sql`not exists (select from adjustment_use out where out.month = u.month
  and out.reading_month = u.reading_month and out.reading_id = u.reading_id and out.sign = -1)`;
