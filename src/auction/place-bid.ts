import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { AuctionBidderEntity, AuctionBidEntity, AuctionDepositEntity, AuctionRoundEntity } from './auction.entity.js';
import type { PlaceBidInput } from './auction.input.js';
import { lockAuction } from './find-auction.js';

/** More than the programmes ever minted in a year; bounds what all bids of a round add up to. */
const largestVolume = 10_000_000;

/**
 * Places a sealed bid of the actor's organisation in the round that is open; a later one takes its place. What it may not learn is not
 * refused: a volume above the share of a bidder that is no supplier is taken and does not count. CONFLICT when the account that it
 * buys for has deposited here.
 */
export async function placeBid({ em, context, now }: Verb, { auctionId, volume }: PlaceBidInput) {
  const { organisationId, accountId } = context.actor;
  const auction = await lockAuction(em, auctionId, 'share');
  const bidder = await em.findOne(AuctionBidderEntity, { auctionId, organisationId });
  if (!bidder) {
    throw new Refusal('BIDDER_NOT_QUALIFIED', 'Your organisation is no qualified bidder of this auction.', {
      auctionId,
    });
  }
  if (volume < 0 || volume > largestVolume) {
    throw new Refusal('BAD_USER_INPUT', `A volume is 0 to ${largestVolume}.`, {
      field: 'volume',
      value: volume,
      maximum: largestVolume,
    });
  }
  const round = await em.findOne(AuctionRoundEntity, { auctionId }, { orderBy: { round: 'desc' } });
  if (!round || round.closedAt || now < round.opensAt || now >= round.closesAt) {
    throw new Refusal('NOT_OPEN', 'No round of this auction takes bids now.', {
      state: auction.state,
      opensAt: round?.opensAt.toISOString() ?? null,
      closesAt: round?.closesAt.toISOString() ?? null,
      now: now.toISOString(),
    });
  }
  const { gisAccountId } = bidder;
  if (await em.findOne(AuctionDepositEntity, { auctionId, gisAccountId })) {
    throw new Refusal('CONFLICT', 'The account that you bid for has deposited in this auction.', { gisAccountId });
  }
  em.persist(
    em.create(AuctionBidEntity, {
      auctionId,
      round: round.round,
      organisationId,
      volume,
      createdAt: now,
      createdBy: accountId,
    }),
  );
  await em.flush();
  return { auctionId, round: round.round, volume };
}
