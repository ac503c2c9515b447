import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';
import { accountsOf } from './scope.js';
import { holdingIsSealed } from './sealed.js';

/**
 * The state of the holding of an alias as an actor sees it. What is sealed and somebody else's looks as it did before; what lies in the
 * account of another is in use or not, its sub-account and offers are nobody else's matter but of staff and the regulator.
 */
export function stateAsSeen(actor: Actor, alias: string): Sql {
  const holding = rawSql(alias);
  const private_ = seesEverything(actor) ? sql`false` : sql`${holding}.state not in ('RETIRED', 'ROLLED_BACK')`;
  return sql`case when ${isOwn(actor, alias)} then ${holding}.state
    when ${private_} or ${holdingIsSealed(alias)} then 'ACTIVE' else ${holding}.state end`;
}

function isOwn(actor: Actor, alias: string): Sql {
  return sql`${rawSql(alias)}.gis_account_id in (${accountsOf(actor)})`;
}

/**
 * The holdings of the batch of an alias as an actor sees them. What is active is shown in the fewest ranges: where a sealed deposit, or
 * what another sold, begins and ends would otherwise be told by the cuts that it made.
 */
export function holdingsAsSeen(actor: Actor, batch: string): Sql {
  const isPlaced = sql`(${seesEverything(actor)}::boolean or ${isOwn(actor, 'h')})`;
  return sql`(
    select seen.batch_id, min(seen.first_serial) as first_serial, max(seen.last_serial) as last_serial, seen.gis_account_id,
           seen.state, min(seen.since_entry_id) as since_entry_id, seen.usable_until
    from (
      select one.*, one.last_serial - sum(one.last_serial - one.first_serial + 1) over (
               partition by one.batch_id, one.gis_account_id, one.state, one.usable_until, one.apart order by one.first_serial) as island
      from (
        select h.batch_id, h.first_serial, h.last_serial, h.since_entry_id,
               case when ${isPlaced} then h.gis_account_id end as gis_account_id,
               case when ${isPlaced} then h.usable_until end as usable_until,
               ${stateAsSeen(actor, 'h')} as state,
               case when ${stateAsSeen(actor, 'h')} = 'ACTIVE' then 0 else h.first_serial end as apart
        from certificate_holding h where h.batch_id = ${rawSql(batch)}.id) one) seen
    group by seen.batch_id, seen.gis_account_id, seen.state, seen.usable_until, seen.apart, seen.island)`;
}
