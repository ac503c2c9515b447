import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';

/** Whose run: the condition under which an actor sees the run of an alias - that of its organisation; staff and the regulator every one. */
export function runIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  return sql`${rawSql(`${alias}.organisation_id`)} = ${actor.organisationId}`;
}
