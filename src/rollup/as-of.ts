import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { row, sql } from '../platform/sql.js';

/** The instant, of the database's own clock, until which every commit is in the roll-ups; null before they were made. */
export async function rollupsAsOf(em: EntityManager): Promise<Date | null> {
  const { asOf } = await row<{ asOf: string | null }>(em, sql`select as_of::text as "asOf" from rollup_state`);
  return asOf === null ? null : instantOf(asOf);
}
