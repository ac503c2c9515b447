import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { ownAccounts } from './scope.js';

/**
 * Refuses accounts that the actor may not give from: its organisation's as a holder, those of a party that authorised it today as a
 * broker. NOT_FOUND, the same for an account of somebody else, without authorization, or that does not exist.
 */
export async function requireGiver({ em, context }: Verb, gisAccountIds: readonly string[]): Promise<void> {
  const { actor } = context;
  const authorized = sql`select account.id from broker_authorization a
    join gis_account account on account.organisation_id = a.principal_organisation_id
    where ${actor.kinds.has('BROKER')}::boolean and a.broker_organisation_id = ${actor.organisationId}
      and a.from_on <= ${actor.on}::date and (a.until_on is null or a.until_on > ${actor.on}::date)
    for share of a`;
  const mine = await rows<{ id: string }>(
    em,
    sql`with authorized as (${authorized})
        select account.id from gis_account account
        where account.id = any(${gisAccountIds}::bigint[])
          and (account.id in (${ownAccounts(actor)}) or account.id in (select id from authorized))`,
  );
  refuseMissing(gisAccountIds, mine, 'to give from');
}

/** Refuses accounts that do not exist: NOT_FOUND. Certificates can be given to anybody's. */
export async function requireTaker({ em }: Verb, gisAccountIds: readonly string[]): Promise<void> {
  const found = await rows<{ id: string }>(
    em,
    sql`select id from gis_account where id = any(${gisAccountIds}::bigint[])`,
  );
  refuseMissing(gisAccountIds, found, 'to give to');
}

function refuseMissing(wanted: readonly string[], found: readonly { readonly id: string }[], what: string): void {
  const known = new Set(found.map(account => account.id));
  const missing = wanted.find(id => !known.has(id));
  if (missing === undefined) return;
  throw new Refusal('NOT_FOUND', `There is no GIS account ${missing}, or it is not yours ${what}.`, {
    gisAccountId: missing,
  });
}
