import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';
import { entryIsSealed } from './sealed.js';

/**
 * Whose ledger. Staff and the regulator see all of it. A REC owner or supplier sees what concerns the GIS accounts of its organisation,
 * and the issuance of systems whose rights it held in that month, whoever's account the certificates went to.
 */

/** REC owners and suppliers have GIS accounts, see what is in them and act for them. */
export function holdsCertificates(actor: Actor): boolean {
  return actor.kinds.has('REC_OWNER') || actor.kinds.has('SUPPLIER');
}

export function accountsOf(actor: Actor): Sql {
  return sql`select account.id from gis_account account where account.organisation_id = ${actor.organisationId}`;
}

/** The condition under which an actor sees the issuance row of an alias. */
export function issuanceIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  if (!holdsCertificates(actor)) return sql`false`;
  const issuance = rawSql(alias);
  return sql`(${issuance}.gis_account_id in (${accountsOf(actor)}) or exists (
    select from issuance_system step
    join system_role role on role.system_id = step.system_id and role.role = 'REC_OWNER'
      and role.organisation_id = ${actor.organisationId}
    where step.issuance_id = ${issuance}.id and role.from_on < ${issuance}.month + interval '1 month'
      and (role.until_on is null or role.until_on > ${issuance}.month)))`;
}

/** The condition under which certificates of the issuance of an alias went to an account of the actor's organisation. */
export function issuanceIsIntoOwnAccount(actor: Actor, alias: string): Sql {
  return seesEverything(actor) ? sql`true` : sql`${rawSql(alias)}.gis_account_id in (${accountsOf(actor)})`;
}

/** The condition under which an account of the actor's organisation holds the asset of an alias today. */
export function assetIsHeld(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  return sql`exists (select from gis_asset_holder holder where holder.asset_id = ${rawSql(alias)}.id
    and holder.gis_account_id in (${accountsOf(actor)})
    and holder.from_month <= ${actor.on} and (holder.until_month is null or holder.until_month > ${actor.on}))`;
}

/** The condition under which an actor sees the ledger entry of an alias; a sealed deposit only its own organisation. */
export function entryIsVisible(actor: Actor, alias: string): Sql {
  const entry = rawSql(alias);
  if (seesEverything(actor)) {
    return sql`(not ${entryIsSealed(alias)} or ${entry}.from_gis_account_id in (${accountsOf(actor)}))`;
  }
  if (!holdsCertificates(actor)) return sql`false`;
  return sql`(${entry}.from_gis_account_id in (${accountsOf(actor)}) or ${entry}.to_gis_account_id in (${accountsOf(actor)})
    or exists (select from issuance i where i.id = ${entry}.issuance_id and ${issuanceIsVisible(actor, 'i')}))`;
}

/** The condition under which an actor sees the certificate holding of an alias: it lies in an account of its organisation. */
export function holdingIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  if (!holdsCertificates(actor)) return sql`false`;
  return sql`${rawSql(alias)}.gis_account_id in (${accountsOf(actor)})`;
}

/**
 * The condition under which an actor sees the adjustment of an alias: an account of its organisation holds the asset today, or it held
 * the rights of the system in that month.
 */
export function adjustmentIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  if (!holdsCertificates(actor)) return sql`false`;
  const adjustment = rawSql(alias);
  return sql`(exists (select from gis_asset_holder holder where holder.asset_id = ${adjustment}.asset_id
      and holder.gis_account_id in (${accountsOf(actor)})
      and holder.from_month <= ${actor.on} and (holder.until_month is null or holder.until_month > ${actor.on}))
    or exists (select from system_role role where role.system_id = ${adjustment}.system_id and role.role = 'REC_OWNER'
      and role.organisation_id = ${actor.organisationId} and role.from_on < ${adjustment}.month + interval '1 month'
      and (role.until_on is null or role.until_on > ${adjustment}.month)))`;
}

/** The condition under which an actor sees what the certificates of the use of an alias were retired for: they were its organisation's. */
export function useIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  if (!holdsCertificates(actor)) return sql`false`;
  return sql`${rawSql(alias)}.organisation_id = ${actor.organisationId}`;
}
