import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { RequestKind } from '../domain/request-steps.js';
import { join, rawSql, type Sql, sql } from '../platform/sql.js';

/** What concerns who holds a system, whoever asked for it. */
const aboutASystem: readonly RequestKind[] = [
  'QUALIFICATION',
  'REPORTER_CHANGE',
  'REC_TRANSFER',
  'GIS_HOLDER_CHANGE',
  'HOUSE_SALE',
];

/**
 * Whose request: the condition under which an actor sees the request of an alias. Its own organisation sees it from the draft on;
 * staff and the regulator see what was submitted. What was submitted about a system is also seen by those who are its system owner or
 * REC owner today, and a change of the account holder by who holds its asset today: it concerns them.
 */
export function requestIsVisible(actor: Actor, alias: string): Sql {
  const request = rawSql(alias);
  const own = sql`${request}.organisation_id = ${actor.organisationId}`;
  if (seesEverything(actor)) {
    return sql`(${own} or ${request}.submitted_at is not null)`;
  }
  const roles = (['SYSTEM_OWNER', 'REC_OWNER'] as const).filter(role => actor.kinds.has(role));
  if (roles.length === 0) return own;
  const held = sql`(${request}.kind in (${join(aboutASystem)}) and ${request}.system_id in (
    select role.system_id from system_role role
    where role.organisation_id = ${actor.organisationId} and role.role in (${join(roles)})
      and role.from_on <= ${actor.on} and (role.until_on is null or role.until_on > ${actor.on})))`;
  if (!actor.kinds.has('REC_OWNER')) return sql`(${own} or (${request}.submitted_at is not null and ${held}))`;
  const inAsset = sql`(${request}.kind = 'GIS_HOLDER_CHANGE' and ${request}.system_id in (
    select member.system_id from gis_account account
    join gis_asset_holder holder on holder.gis_account_id = account.id
    join gis_asset_membership member on member.asset_id = holder.asset_id
    where account.organisation_id = ${actor.organisationId}
      and holder.from_month <= ${actor.on} and (holder.until_month is null or holder.until_month > ${actor.on})
      and member.from_month <= ${actor.on} and (member.until_month is null or member.until_month > ${actor.on})))`;
  return sql`(${own} or (${request}.submitted_at is not null and (${held} or ${inAsset})))`;
}
