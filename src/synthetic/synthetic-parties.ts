import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind } from '../domain/account-kind.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';

/** A made-up organisation with one account, known by an address at which nobody can be written to. */
export interface SyntheticParty {
  readonly email: string;
  readonly organisation: string;
  readonly kind: AccountKind;
}

export interface KnownParty {
  readonly accountId: string;
  readonly organisationId: string;
}

/** Who enters synthetic rows, and when. */
export interface SetupRecord {
  readonly at: Date;
  readonly by: string;
}

/** The address of a party's account: what it is, and to whom. */
export function syntheticEmail(what: string, id?: string): string {
  return `${what}${id === undefined ? '' : `-${id}`}@synthetic.invalid`;
}

/** The parties by address; those that are missing are made, marked synthetic. Five statements. */
export async function ensureParties(
  em: EntityManager,
  wanted: readonly SyntheticParty[],
  { at, by }: SetupRecord,
): Promise<Map<string, KnownParty>> {
  const known = await rows<KnownParty & { readonly email: string }>(
    em,
    sql`select email, id as "accountId", organisation_id as "organisationId" from account
        where email = any(${wanted.map(party => party.email)}::text[])`,
  );
  const parties = new Map<string, KnownParty>(known.map(({ email, ...party }) => [email, party]));
  const missing = wanted.filter(party => !parties.has(party.email));
  const organisationIds = await nextIds(em, 'organisation_id_seq', missing.length);
  const accountIds = await nextIds(em, 'account_id_seq', missing.length);
  const made = missing.map((party, index) => ({
    ...party,
    organisationId: organisationIds[index] ?? '',
    accountId: accountIds[index] ?? '',
  }));
  await insertRows(em, 'organisation', made, [
    ['id', 'bigint', party => party.organisationId],
    ['kind', 'text', () => 'COMPANY'],
    ['name', 'text', party => party.organisation],
    ['synthetic', 'boolean', () => true],
    ['created_at', 'timestamptz', () => at],
    ['created_by', 'bigint', () => by],
  ]);
  await rows(
    em,
    sql`insert into account (id, organisation_id, name, email, kinds, created_at, created_by)
        select id, organisation_id, name, email, array[kind], ${at}::timestamptz, ${by}::bigint
        from unnest(${made.map(party => party.accountId)}::bigint[], ${made.map(party => party.organisationId)}::bigint[],
                    ${made.map(party => party.organisation)}::text[], ${made.map(party => party.email)}::text[],
                    ${made.map(party => party.kind)}::text[]) as made (id, organisation_id, name, email, kind)`,
  );
  for (const { email, accountId, organisationId } of made) parties.set(email, { accountId, organisationId });
  return parties;
}
