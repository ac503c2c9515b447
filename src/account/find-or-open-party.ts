import type { AccountKind } from '../domain/account-kind.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import { createAccount } from './create-account.js';
import { createOrganisation } from './create-organisation.js';
import { OrganisationEntity, type OrganisationKind } from './organisation.entity.js';

/** A party as somebody names it: one that is on record, or a person or body by its e-mail address. */
export type Party =
  | { readonly organisationId: string }
  | { readonly name: string; readonly email: string; readonly organisationKind: OrganisationKind };

/**
 * The organisation of a party. By e-mail an account is found whatever the case of its letters; otherwise an organisation and an
 * account of the given kinds are opened. What is on record of a party that exists is never altered. NOT_FOUND an organisation that
 * does not exist. Source: domain 5.2.
 */
export async function findOrOpenParty(
  verb: Verb,
  party: Party,
  kinds: readonly AccountKind[],
): Promise<{ readonly organisationId: string; readonly opened: boolean }> {
  const { em } = verb;
  if ('organisationId' in party) {
    if (await em.findOne(OrganisationEntity, party.organisationId)) {
      return { organisationId: party.organisationId, opened: false };
    }
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId: party.organisationId });
  }
  const { name, email, organisationKind } = party;
  await row(em, sql`select pg_advisory_xact_lock(hashtextextended(${`party ${email.toLowerCase()}`}, 0))`);
  const known = await maybeRow<{ organisationId: string }>(
    em,
    sql`select organisation_id::text as "organisationId" from account where lower(email) = lower(${email})
        order by email = ${email} desc, id limit 1`,
  );
  if (known) return { ...known, opened: false };
  const { organisationId } = await createOrganisation(verb, { kind: organisationKind, name, synthetic: false });
  await createAccount(verb, { organisationId, name, email, kinds: [...kinds] });
  return { organisationId, opened: true };
}
