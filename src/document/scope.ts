import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';

/** Whose paper: the condition under which an actor sees the rows of an alias. Its own organisation's; staff and the regulator all. */
export function paperIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  return sql`${rawSql(alias)}.organisation_id = ${actor.organisationId}`;
}
