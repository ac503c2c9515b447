import type { Actor } from '../boundary/context.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';
import { accountsOf } from './scope.js';
import { holdingIsSealed } from './sealed.js';

/** The state of the holding of an alias as an actor sees it: a sealed deposit of somebody else's looks as it did before. */
export function stateAsSeen(actor: Actor, alias: string): Sql {
  const holding = rawSql(alias);
  return sql`case when ${holdingIsSealed(alias)} and ${holding}.gis_account_id not in (${accountsOf(actor)})
    then 'ACTIVE' else ${holding}.state end`;
}

/**
 * The holdings of the batch of an alias as an actor sees them. What is active is shown in the fewest ranges: where a sealed deposit
 * begins and ends would otherwise be told by the cuts that it made.
 */
export function holdingsAsSeen(actor: Actor, batch: string): Sql {
  return sql`(
    select seen.batch_id, min(seen.first_serial) as first_serial, max(seen.last_serial) as last_serial, seen.gis_account_id,
           seen.state, min(seen.since_entry_id) as since_entry_id, seen.usable_until
    from (
      select one.*, one.last_serial - sum(one.last_serial - one.first_serial + 1) over (
               partition by one.batch_id, one.gis_account_id, one.state, one.usable_until, one.apart order by one.first_serial) as island
      from (
        select h.batch_id, h.first_serial, h.last_serial, h.gis_account_id, h.usable_until, h.since_entry_id,
               ${stateAsSeen(actor, 'h')} as state,
               case when ${stateAsSeen(actor, 'h')} = 'ACTIVE' then 0 else h.first_serial end as apart
        from certificate_holding h where h.batch_id = ${rawSql(batch)}.id) one) seen
    group by seen.batch_id, seen.gis_account_id, seen.state, seen.usable_until, seen.apart, seen.island)`;
}
