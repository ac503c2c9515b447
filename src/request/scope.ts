import type { Actor } from '../boundary/context.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';

/**
 * Whose request: the condition under which an actor sees the request of an alias. Its own organisation sees it from the draft on;
 * staff and the regulator see what was submitted.
 */
export function requestIsVisible(actor: Actor, alias: string): Sql {
  const request = rawSql(alias);
  const own = sql`${request}.organisation_id = ${actor.organisationId}`;
  if (!actor.kinds.has('STAFF') && !actor.kinds.has('REGULATOR')) return own;
  return sql`(${own} or ${request}.submitted_at is not null)`;
}
