import type { EntityManager } from '@mikro-orm/postgresql';
import { countedBids, type TieredBid } from '../domain/auction-bids.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { bidderTerms } from '../domain/rules/auction-bidders.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { lockTrading } from '../ledger/tradable.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { AuctionRoundEntity, type AuctionRoundRow } from './auction.entity.js';
import type { CloseAuctionRoundInput } from './auction.input.js';
import { lockAuction, requireState } from './find-auction.js';
import { settleAuction } from './settle-auction.js';

/** Closes a round whose time is over and opens its seals. Rounds 1 and 2 decide when all is asked for, round 3 in any case. */
export async function closeAuctionRound(verb: Verb, { auctionId }: CloseAuctionRoundInput) {
  const { em, context, now } = verb;
  await lockTrading(em);
  const auction = await lockAuction(em, auctionId, 'update');
  requireState(auction, ['BIDDING']);
  const round = await em.findOneOrFail(AuctionRoundEntity, { auctionId }, { orderBy: { round: 'desc' } });
  refuseNotOver(round, now);
  const terms = valueOn(bidderTerms, `${auction.generationYear}-01-01` as LocalDate);
  const bids = countedBids(await lastBids(em, round), round.deposited, terms);
  const asked = bids.reduce((sum, bid) => sum + bid.count, 0);
  const cleared = asked >= round.deposited;
  em.assign(round, { asked, cleared, closedAt: now, closedBy: context.actor.accountId });
  await em.flush();
  if (cleared || round.round === 3) await settleAuction(verb, auction, round.round, bids);
  return { auctionId, round: round.round, deposited: round.deposited, asked, cleared, state: auction.state };
}

function refuseNotOver(round: AuctionRoundRow, now: Date): void {
  if (round.closedAt) throw new Refusal('CONFLICT', `Round ${round.round} is closed already.`, { round: round.round });
  if (now >= round.closesAt) return;
  throw new Refusal('NOT_OPEN', `Round ${round.round} takes bids until its end.`, {
    from: round.closesAt.toISOString(),
    now: now.toISOString(),
  });
}

/** The last bid of each bidder in a round, those that ask for something. */
function lastBids(em: EntityManager, { auctionId, round }: AuctionRoundRow): Promise<TieredBid[]> {
  return rows<TieredBid>(
    em,
    sql`select id, count, tier from (
          select distinct on (bid.organisation_id) bid.organisation_id as id, bid.volume as count, bidder.tier
          from auction_bid bid
          join auction_bidder bidder on bidder.auction_id = bid.auction_id and bidder.organisation_id = bid.organisation_id
          where bid.auction_id = ${auctionId} and bid.round = ${round}
          order by bid.organisation_id, bid.id desc) last
        where count > 0 order by id`,
  );
}
