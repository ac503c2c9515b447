import { LockMode } from '@mikro-orm/core';
import type { AccountKind } from '../domain/account-kind.js';
import { type PartyKind } from '../domain/account-kind.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import { AccountEntity, type AccountRow } from './account.entity.js';
import { createAccount } from './create-account.js';
import { createOrganisation } from './create-organisation.js';
import { requireEmail } from './email.js';
import { OrganisationEntity, type OrganisationKind } from './organisation.entity.js';
import { refuseThePublic } from './the-public.js';

/** Somebody who may not be known yet. */
export interface NamedParty {
  readonly name: string;
  readonly email: string;
  readonly organisationKind: OrganisationKind;
  /** Name of the organisation, where it is not that of the person. */
  readonly organisationName?: string | null;
}

/** A party on record, or somebody by name and e-mail address. */
export type WantedParty = { readonly organisationId: string } | NamedParty;

/**
 * Finds a party, or enters it: an organisation by its id, or the account of an e-mail address, whatever the case of its letters.
 *
 * An account that is found gets the kinds that it lacks, and nothing else of it or of its organisation changes; where there is none,
 * organisation and account are made. In: the party, and what its account is to be. Out: the organisation, and the account (null when
 * the party was named by its organisation, whose accounts stay as they are). Source: domain 5.2 (an existing user is matched by
 * e-mail, user profile data is never altered).
 *
 * NOT_FOUND an organisation that does not exist; BAD_USER_INPUT what is no e-mail address; CONFLICT the address of an account of
 * staff or the regulator: who runs the programme is no party to it.
 */
export async function findOrOpenParty(
  verb: Verb,
  party: WantedParty,
  kinds: readonly PartyKind[],
): Promise<{ organisationId: string; accountId: string | null }> {
  const { em } = verb;
  if ('organisationId' in party) {
    const { organisationId } = party;
    await refuseThePublic(em, { organisationId });
    if (await em.findOne(OrganisationEntity, organisationId)) return { organisationId, accountId: null };
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId });
  }
  requireEmail('email', party.email);
  const known = await accountOf(verb, party.email);
  return known ? addKinds(verb, known, kinds) : open(verb, party, kinds);
}

/** The account of an address, locked: spelled exactly so before others, the oldest first. Until the transaction ends nobody opens one. */
async function accountOf({ em }: Verb, email: string): Promise<AccountRow | null> {
  await row(em, sql`select pg_advisory_xact_lock(hashtextextended(lower(${`party ${email}`}), 0))`);
  const found = await maybeRow<{ id: string }>(
    em,
    sql`select id from account where lower(email) = lower(${email}) order by email = ${email} desc, id limit 1`,
  );
  return found && em.findOneOrFail(AccountEntity, found.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function addKinds({ em }: Verb, account: AccountRow, kinds: readonly PartyKind[]) {
  const runs = account.kinds.filter(kind => kind === 'STAFF' || kind === 'REGULATOR');
  if (runs.length > 0) {
    throw new Refusal('CONFLICT', 'This e-mail address is that of an account of staff or the regulator.', {
      accountId: account.id,
      kinds: runs,
    });
  }
  account.kinds = [...new Set<AccountKind>([...account.kinds, ...kinds])];
  await em.flush();
  return { organisationId: account.organisationId, accountId: account.id };
}

async function open(verb: Verb, party: NamedParty, kinds: readonly PartyKind[]) {
  const { organisationId } = await createOrganisation(verb, {
    kind: party.organisationKind,
    name: party.organisationName ?? party.name,
    synthetic: false,
  });
  const { name, email } = party;
  const { accountId } = await createAccount(verb, { organisationId, name, email, kinds: [...kinds] });
  return { organisationId, accountId };
}
