import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { AccountKind } from '../domain/account-kind.js';
import { join, rawSql, type Sql, sql } from '../platform/sql.js';

const roleKinds = ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'] as const satisfies readonly AccountKind[];

/**
 * Whose system: the condition under which an actor sees the system whose id stands in `idColumn`.
 *
 * Staff and the regulator see every system. Others see those in which their organisation holds, today, a role that matches a
 * kind of their account; a REC owner also those whose GIS asset its organisation holds (an aggregator's portfolio). It is the
 * first thing that one asks of a system, so it lives here, although the tables it names belong to ownership and gis.
 */
export function systemIsVisible(actor: Actor, idColumn: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  return sql`${rawSql(idColumn)} in (${visibleIds(actor)})`;
}

/**
 * As `systemIsVisible`, for lists in the order of ids: the ids are gathered first, and the index on them is read from there until the
 * page is full. On pages of a portfolio of 1,000 systems it costs PostgreSQL half.
 */
export function systemIsVisibleInOrder(actor: Actor, idColumn: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  return sql`${rawSql(idColumn)} = any (array(${visibleIds(actor)}))`;
}

/** The ids of systems that an actor sees who does not see everything; some of them twice. */
function visibleIds(actor: Actor): Sql {
  const kinds = roleKinds.filter(kind => actor.kinds.has(kind));
  const visible = [
    sql`select role.system_id from system_role role
        where role.organisation_id = ${actor.organisationId} and role.role in (${join(kinds.length > 0 ? kinds : [''])})
          and role.from_on <= ${actor.on} and (role.until_on is null or role.until_on > ${actor.on})`,
  ];
  if (actor.kinds.has('REC_OWNER')) {
    visible.push(
      sql`select member.system_id from gis_account account
          join gis_asset_holder holder on holder.gis_account_id = account.id
          join gis_asset_membership member on member.asset_id = holder.asset_id
          where account.organisation_id = ${actor.organisationId}
            and holder.from_month <= ${actor.on} and (holder.until_month is null or holder.until_month > ${actor.on})
            and member.from_month <= ${actor.on} and (member.until_month is null or member.until_month > ${actor.on})`,
    );
  }
  return join(visible, ' union all ');
}
