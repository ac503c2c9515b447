import type { Desk } from './desk.js';
import type { Party } from './stage.js';

/** Certificates that lie together in one account and state. */
export interface Holding {
  readonly range: string;
  readonly state: string;
  readonly quantity: number;
  readonly program: string;
  readonly usableUntil: number | null;
  readonly gisAccount: { readonly id: string };
  readonly use: { readonly purpose: string } | null;
}

interface Page<T> {
  readonly edges: readonly { readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const certificates = /* GraphQL */ `query DemoYear($after: String) {
  rows: certificates(first: 100, after: $after) {
    edges { node { range state quantity program usableUntil gisAccount { id } use { purpose } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** All pages of a query that names its connection `rows`. */
export async function allRows<T>(desk: Desk, document: string, variables: object = {}): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const { rows }: { rows: Page<T> } = await desk.ask<{ rows: Page<T> }>(document, { ...variables, after });
    found.push(...rows.edges.map(({ node }) => node));
    after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** All certificates that a desk may see. */
export function holdingsOf(desk: Desk): Promise<Holding[]> {
  return allRows<Holding>(desk, certificates);
}

/** Active certificates of a party, as ranges that come to a quantity. */
export async function pick(party: Party, program: string, quantity: number): Promise<string[]> {
  const held = (await holdingsOf(party.desk)).filter(
    holding =>
      holding.state === 'ACTIVE' && holding.program === program && holding.gisAccount.id === party.gisAccountId,
  );
  const ranges: string[] = [];
  let missing = quantity;
  for (const holding of held) {
    const taken = Math.min(holding.quantity, missing);
    if (taken > 0) ranges.push(firstOf(holding.range, taken));
    missing -= taken;
  }
  if (missing > 0) throw new Error(`${party.name} holds ${missing} certificates too few of ${program}`);
  return ranges;
}

/** The first certificates of a range: `BATCH - 3 to 9` and 2 -> `BATCH - 3 to 4`. */
function firstOf(range: string, quantity: number): string {
  const [, batch = '', first = ''] = /^(.*) - (\d+) to \d+$/.exec(range) ?? [];
  return `${batch} - ${first} to ${Number(first) + quantity - 1}`;
}
