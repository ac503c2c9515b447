import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext } from '../boundary/context.js';
import { loadMany, loadOne } from '../boundary/loader.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { formatSerialRange } from '../domain/serial-range.js';
import { localDateOf } from '../domain/time-zone.js';
import { rows, sql } from '../platform/sql.js';
import {
  AuctionBidderEntity,
  type AuctionBidderRow,
  AuctionBidEntity,
  type AuctionBidRow,
  AuctionEntity,
  AuctionRoundEntity,
  type AuctionRow,
} from './auction.entity.js';
import type { AuctionDeposit, AuctionRound } from './auction.type.js';
import { roundDue } from './open-auction-round.js';

/** Auctions, the latest first. */
export function listAuctions(em: EntityManager, page: PageArgs): Promise<Page<AuctionRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(AuctionEntity, key ? { id: { $lt: key[0] ?? '0' } } : {}, { orderBy: { id: 'desc' }, limit }),
    auction => [auction.id],
  );
}

/** Its rounds in order; what was deposited and asked for only of those that have closed. */
export async function roundsOf(context: AccountContext, auction: AuctionRow): Promise<AuctionRound[]> {
  const found = await loadMany(
    context,
    'rounds of an auction',
    auction.id,
    ids => context.em.find(AuctionRoundEntity, { auctionId: { $in: [...ids] } }, { orderBy: { round: 'asc' } }),
    round => round.auctionId,
  );
  return found.map((round, index) => ({
    round: round.round,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    closedAt: round.closedAt ?? null,
    late: localDateOf(round.opensAt) > roundDue(auction.generationYear, found[index - 1] ?? null),
    deposited: round.closedAt ? round.deposited : null,
    asked: round.closedAt ? (round.asked ?? null) : null,
    cleared: round.closedAt ? (round.cleared ?? null) : null,
  }));
}

/** What the actor's organisation deposited, by serial number. */
export async function ownDeposits(context: AccountContext, auctionId: string): Promise<AuctionDeposit[]> {
  const found = await loadMany(
    context,
    'own deposits of an auction',
    auctionId,
    ids =>
      rows<{ auctionId: string; batchId: string; first: number; last: number }>(
        context.em,
        sql`select d.auction_id as "auctionId", d.batch_id as "batchId", d.first_serial as first, d.last_serial as last
            from auction_deposit d join gis_account account on account.id = d.gis_account_id
            where d.auction_id = any(${ids}::bigint[]) and account.organisation_id = ${context.actor.organisationId}
            order by d.batch_id, d.first_serial`,
      ),
    deposit => deposit.auctionId,
  );
  return found.map(({ batchId, first, last }) => ({
    range: formatSerialRange({ batchId: Number(batchId), first, last }),
    quantity: last - first + 1,
  }));
}

/** The bids of the actor's organisation, in the order in which they were placed. */
export function ownBids(context: AccountContext, auctionId: string): Promise<readonly AuctionBidRow[]> {
  const { organisationId } = context.actor;
  return loadMany(
    context,
    'own bids of an auction',
    auctionId,
    ids =>
      context.em.find(AuctionBidEntity, { auctionId: { $in: [...ids] }, organisationId }, { orderBy: { id: 'asc' } }),
    bid => bid.auctionId,
  );
}

/** The qualification of the actor's organisation as a bidder; null without. */
export function ownBidder(context: AccountContext, auctionId: string): Promise<AuctionBidderRow | null> {
  const { organisationId } = context.actor;
  return loadOne(
    context,
    'own bidder of an auction',
    auctionId,
    ids => context.em.find(AuctionBidderEntity, { auctionId: { $in: [...ids] }, organisationId }),
    bidder => bidder.auctionId,
  );
}
