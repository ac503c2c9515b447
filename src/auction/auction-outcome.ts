import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import type { AuctionRow } from './auction.entity.js';
import type { AuctionOutcome } from './auction.type.js';

/** What is kept of an auction that was held. */
export type StoredOutcome = AuctionOutcome & { readonly held: true };

/** The outcome of a settled auction as an actor sees it: sums for everybody, names for staff, the regulator and oneself. */
export function outcomeAsSeen({ state, result }: AuctionRow, actor: Actor): AuctionOutcome | null {
  if (state !== 'SETTLED') return null;
  const outcome = result as StoredOutcome;
  const own = (line: { readonly organisationId: string }) =>
    seesEverything(actor) || line.organisationId === actor.organisationId;
  return { ...outcome, purchases: outcome.purchases.filter(own), sales: outcome.sales.filter(own) };
}
