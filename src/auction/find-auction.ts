import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { rawSql, rows, sql } from '../platform/sql.js';
import { AuctionEntity, type AuctionRow } from './auction.entity.js';

/**
 * An auction, locked until the transaction ends: shared by those who deposit and bid, for itself by whoever goes on to the next step,
 * so that nobody adds to what is being counted. NOT_FOUND when there is none.
 */
export async function lockAuction(em: EntityManager, id: string, lock: 'share' | 'update'): Promise<AuctionRow> {
  await rows(em, sql`select from auction where id = ${id} for ${rawSql(lock)}`);
  const auction = await em.findOne(AuctionEntity, id);
  if (auction) return auction;
  throw new Refusal('NOT_FOUND', 'There is no such auction.', { auctionId: id });
}

/** NOT_OPEN unless an auction is in one of the states. */
export function requireState(auction: AuctionRow, states: readonly AuctionRow['state'][]): void {
  if (states.includes(auction.state)) return;
  throw new Refusal('NOT_OPEN', `The auction is ${auction.state}; this takes one that is ${states.join(' or ')}.`, {
    auctionId: auction.id,
    state: auction.state,
  });
}
