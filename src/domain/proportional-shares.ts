/** A number of certificates that someone deposits, asks for or gets. */
export interface Lot {
  readonly id: string;
  readonly count: number;
}

/**
 * Proportional shares: each gets the whole part of its share, then one each to the largest fractional parts, equal ones by ascending
 * id (code point order). The shares add up to what is shared out.
 *
 * Certificates, weights -> certificates, ascending by id. Source: domain 3.
 */
export function proportionalShares(count: number, weights: readonly Lot[]): Lot[] {
  const ascending = [...weights].sort(byId);
  const all = ascending.reduce((sum, weight) => sum + BigInt(weight.count), 0n);
  if (all === 0n) return ascending.map(({ id }) => ({ id, count: 0 }));
  const shares = ascending.map(({ id, count: weight }) => {
    const product = BigInt(count) * BigInt(weight);
    return { id, whole: Number(product / all), fraction: product % all };
  });
  const left = count - shares.reduce((sum, share) => sum + share.whole, 0);
  const ranked = [...shares].sort((a, b) => compareBigInt(b.fraction, a.fraction) || byId(a, b));
  const oneMore = new Set(ranked.slice(0, left).map(share => share.id));
  return shares.map(({ id, whole }) => ({ id, count: whole + (oneMore.has(id) ? 1 : 0) }));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function compareBigInt(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
