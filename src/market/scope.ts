import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { holdsCertificates } from '../ledger/scope.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';

/** The GIS accounts that the actor acts for itself. */
export function ownAccounts(actor: Actor): Sql {
  return sql`select own.id from gis_account own where ${holdsCertificates(actor)}::boolean and own.organisation_id = ${actor.organisationId}`;
}

/** The condition under which the transfer of an alias, standing or not, leaves or reaches an account of the actor. */
export function isParty(actor: Actor, alias: string): Sql {
  const transfer = rawSql(alias);
  return sql`(${transfer}.from_gis_account_id in (${ownAccounts(actor)}) or ${transfer}.to_gis_account_id in (${ownAccounts(actor)}))`;
}

/** The condition under which an actor sees the transfer of an alias: as a party, or as the broker who proposed it. */
export function transferIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  return sql`(${isParty(actor, alias)} or ${isProposer(actor, alias)})`;
}

/** The condition under which an actor sees the standing transfer of an alias. */
export function standingTransferIsVisible(actor: Actor, alias: string): Sql {
  return seesEverything(actor) ? sql`true` : isParty(actor, alias);
}

/** The condition under which an actor sees the authorization of an alias: as who gave it, or the broker who got it. */
export function authorizationIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  const authorization = rawSql(alias);
  return sql`((${holdsCertificates(actor)}::boolean and ${authorization}.principal_organisation_id = ${actor.organisationId})
    or (${actor.kinds.has('BROKER')}::boolean and ${authorization}.broker_organisation_id = ${actor.organisationId}))`;
}

/** Whether the actor is a broker of the organisation that proposed the transfer of an alias. */
export function isProposer(actor: Actor, alias: string): Sql {
  return sql`(${actor.kinds.has('BROKER')}::boolean and ${rawSql(alias)}.proposed_by_organisation_id = ${actor.organisationId})`;
}
