import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { auctionDaysOf } from '../domain/auction-days.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { AuctionEntity, type AuctionRow } from './auction.entity.js';
import {
  CloseAuctionRoundInput,
  DepositCertificatesInput,
  OpenAuctionInput,
  OpenAuctionRoundInput,
  PlaceBidInput,
  QualifyBidderInput,
} from './auction.input.js';
import {
  CloseAuctionRoundPayload,
  DepositCertificatesPayload,
  OpenAuctionPayload,
  OpenAuctionRoundPayload,
  PlaceBidPayload,
  QualifyBidderPayload,
} from './auction.payload.js';
import {
  Auction,
  AuctionBid,
  AuctionBidder,
  AuctionConnection,
  AuctionDates,
  AuctionDeposit,
  AuctionOutcome,
  AuctionRound,
} from './auction.type.js';
import { outcomeAsSeen } from './auction-outcome.js';
import { closeAuctionRound } from './close-auction-round.js';
import { depositCertificates } from './deposit-certificates.js';
import { listAuctions, ownBidder, ownBids, ownDeposits, roundsOf } from './list-auctions.js';
import { openAuction } from './open-auction.js';
import { openAuctionRound } from './open-auction-round.js';
import { placeBid } from './place-bid.js';
import { qualifyBidder } from './qualify-bidder.js';

@Resolver(() => Auction)
export class AuctionResolver {
  @Query(() => AuctionConnection, { description: 'The auctions, the latest first.' })
  auctions(@Args(() => PageArgs) page: PageArgs, @Ctx() { em }: AccountContext) {
    return listAuctions(em, page);
  }

  @Query(() => Auction, { nullable: true, description: 'An auction by its id; null when there is none.' })
  auction(@Arg('id', () => ID, { description: 'The auction.' }) id: string, @Ctx() { em }: AccountContext) {
    return em.findOne(AuctionEntity, id);
  }

  @FieldResolver(() => AuctionDates, { description: 'Its days.' })
  dates(@Root() { generationYear }: AuctionRow): AuctionDates {
    return auctionDaysOf(generationYear);
  }

  @FieldResolver(() => [AuctionRound], { description: 'Its rounds in order.' })
  rounds(@Root() auction: AuctionRow, @Ctx() context: AccountContext) {
    return roundsOf(context, auction);
  }

  @FieldResolver(() => AuctionOutcome, { nullable: true, description: 'What came of it; null until it is settled.' })
  outcome(@Root() auction: AuctionRow, @Ctx() { actor }: AccountContext) {
    return outcomeAsSeen(auction, actor);
  }

  @FieldResolver(() => [AuctionDeposit], { description: 'What your organisation deposited.' })
  ownDeposits(@Root() { id }: AuctionRow, @Ctx() context: AccountContext) {
    return ownDeposits(context, id);
  }

  @FieldResolver(() => [AuctionBid], { description: 'What your organisation bid, in the order of time.' })
  ownBids(@Root() { id }: AuctionRow, @Ctx() context: AccountContext) {
    return ownBids(context, id);
  }

  @FieldResolver(() => AuctionBidder, {
    nullable: true,
    description: 'That your organisation may bid; null: it was not qualified.',
  })
  ownQualification(@Root() { id }: AuctionRow, @Ctx() context: AccountContext) {
    return ownBidder(context, id);
  }

  @Mutation(() => OpenAuctionPayload, {
    description:
      'Staff opens the auction of a programme and generation year, at the price of the tables. Refusals: NO_RULE_IN_FORCE, NOT_OPEN (before the year is over, or after deposits ended), CONFLICT (opened before), BAD_USER_INPUT.',
  })
  openAuction(
    @Arg('input', () => OpenAuctionInput, { description: 'The auction.' }) input: OpenAuctionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'openAuction', input, ...args }, verb => openAuction(verb, input));
  }

  @Mutation(() => DepositCertificatesPayload, {
    description:
      'A REC owner or supplier deposits certificates of its accounts, May 16 through June 15, Eastern time; sealed until round 1 has closed, and not taken back. Refusals: NOT_FOUND, NOT_OPEN, CERTIFICATES_NOT_DEPOSITABLE, CERTIFICATES_NOT_HELD (also those in an account that bids here), CERTIFICATES_EXPIRED, TOO_MANY_ROWS, BAD_USER_INPUT.',
  })
  depositCertificates(
    @Arg('input', () => DepositCertificatesInput, { description: 'The certificates.' })
    input: DepositCertificatesInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'depositCertificates', input, ...args }, verb =>
      depositCertificates(verb, input),
    );
  }

  @Mutation(() => QualifyBidderPayload, {
    description:
      'Staff lets an organisation bid: suppliers in tier 1, others with security in tier 2. Refusals: NOT_FOUND, NOT_OPEN, CONFLICT (qualified before), BAD_USER_INPUT (too little security, no evidence).',
  })
  qualifyBidder(
    @Arg('input', () => QualifyBidderInput, { description: 'The bidder.' }) input: QualifyBidderInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'qualifyBidder', input, ...args }, verb => qualifyBidder(verb, input));
  }

  @Mutation(() => OpenAuctionRoundPayload, {
    description:
      'Staff opens the next round: the first is held after deposits ended and by July 31, a further one within three business days of one that did not clear; it closes by the end of that day. With nothing deposited the auction is not held. Refusals: NOT_FOUND, NOT_OPEN, CONFLICT (a round is open), BAD_USER_INPUT.',
  })
  openAuctionRound(
    @Arg('input', () => OpenAuctionRoundInput, { description: 'The round.' }) input: OpenAuctionRoundInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'openAuctionRound', input, ...args }, verb => openAuctionRound(verb, input));
  }

  @Mutation(() => PlaceBidPayload, {
    description:
      'A qualified bidder places a sealed bid while a round is open. Refusals: NOT_FOUND, BIDDER_NOT_QUALIFIED, NOT_OPEN, CONFLICT (its account has deposited here), BAD_USER_INPUT.',
  })
  placeBid(
    @Arg('input', () => PlaceBidInput, { description: 'The bid.' }) input: PlaceBidInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'placeBid', input, ...args }, verb => placeBid(verb, input));
  }

  @Mutation(() => CloseAuctionRoundPayload, {
    description:
      'Staff closes a round whose time is over and opens its seals; when it decides, certificates go to their buyers and back; after the last year that the round gives they go to the residual mix, unsold. Refusals: NOT_FOUND, NOT_OPEN (its time is not over, or the auction is), CONFLICT (closed already).',
  })
  closeAuctionRound(
    @Arg('input', () => CloseAuctionRoundInput, { description: 'The auction.' }) input: CloseAuctionRoundInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'closeAuctionRound', input, ...args }, verb => closeAuctionRound(verb, input));
  }
}
