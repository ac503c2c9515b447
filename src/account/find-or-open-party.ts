import { LockMode } from '@mikro-orm/core';
import type { AccountKind } from '../domain/account-kind.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import { AccountEntity, type AccountRow } from './account.entity.js';
import { createAccount } from './create-account.js';
import { createOrganisation } from './create-organisation.js';
import { OrganisationEntity, type OrganisationKind } from './organisation.entity.js';

type PartyKind = Exclude<AccountKind, 'STAFF' | 'REGULATOR'>;

/** Somebody who may not be known yet. */
export interface NamedParty {
  readonly name: string;
  readonly email: string;
  readonly organisationKind: OrganisationKind;
}

/** A party on record, or somebody by name and e-mail address. */
export type WantedParty = { readonly organisationId: string } | NamedParty;

/**
 * Finds a party, or enters it: an organisation by its id, or the account of an e-mail address, whatever the case of its letters.
 *
 * An account that is found gets the kinds that it lacks, and nothing else of it or of its organisation changes; where there is none,
 * organisation and account are made. The account is null when the party was named by its organisation. Source: domain 5.2.
 *
 * NOT_FOUND an organisation that does not exist; CONFLICT the address of an account of staff or the regulator.
 */
export async function findOrOpenParty(
  verb: Verb,
  party: WantedParty,
  kinds: readonly PartyKind[],
): Promise<{ organisationId: string; accountId: string | null }> {
  const { em } = verb;
  if ('organisationId' in party) {
    const { organisationId } = party;
    if (await em.findOne(OrganisationEntity, organisationId)) return { organisationId, accountId: null };
    throw new Refusal('NOT_FOUND', 'There is no such organisation.', { organisationId });
  }
  const known = await accountOf(verb, party.email);
  return known ? addKinds(verb, known, kinds) : open(verb, party, kinds);
}

/** The account of an address, locked; until the transaction ends nobody opens one. */
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

async function open(verb: Verb, { name, email, organisationKind }: NamedParty, kinds: readonly PartyKind[]) {
  const { organisationId } = await createOrganisation(verb, { kind: organisationKind, name, synthetic: false });
  const { accountId } = await createAccount(verb, { organisationId, name, email, kinds: [...kinds] });
  return { organisationId, accountId };
}
