import { rawSql, type Sql, sql } from '../platform/sql.js';

/**
 * The condition under which the issuance whose id stands in a column stands itself: none replaces it. Few replace one: that is said, so
 * that of many issuances these few are asked for, by their index, and not all.
 */
export function isStanding(idColumn: string): Sql {
  return sql`not exists (select from issuance later where later.replaces_id is not null and later.replaces_id = ${rawSql(idColumn)})`;
}

/**
 * The condition under which the issuance of an alias brought certificates: it has its batch. Between the report of its quarter and the minting
 * it has none; where the quarter is issued whole, nothing need be looked up.
 */
export function isMinted(alias: string): Sql {
  const issuance = rawSql(alias);
  return sql`${issuance}.minted > 0 and (${issuance}.run_id in (select run.id from issuance_run run where run.completed_at is not null)
    or (select true from certificate_batch b where b.issuance_id = ${issuance}.id))`;
}

/** The condition under which a use (`u`: its month and its reading) was not taken out by an adjustment. */
export const isNotTakenOut: Sql = sql`not exists (select from adjustment_use out where out.month = u.month
  and out.reading_month = u.reading_month and out.reading_id = u.reading_id and out.sign = -1)`;
