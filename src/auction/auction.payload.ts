import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';
import type { AuctionState } from './auction.entity.js';
import { AuctionStateEnum } from './auction.type.js';

@ObjectType({ implements: MutationPayload, description: 'The auction opened.' })
export class OpenAuctionPayload extends MutationPayload {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The certificates deposited.' })
export class DepositCertificatesPayload extends MutationPayload {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => [String], { description: 'Their serial numbers, adjacent ranges joined.' })
  ranges!: string[];
}

@ObjectType({ implements: MutationPayload, description: 'The bidder qualified.' })
export class QualifyBidderPayload extends MutationPayload {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Int, { description: '1: a supplier; 2: somebody else.' })
  tier!: number;
}

@ObjectType({
  implements: MutationPayload,
  description: 'The round opened; or no auction, since nothing was deposited.',
})
export class OpenAuctionRoundPayload extends MutationPayload {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => AuctionStateEnum, { description: 'How far it is now; NOT_HELD: nothing was deposited.' })
  state!: AuctionState;

  @Field(() => Int, { nullable: true, description: 'The round; null when the auction is not held.' })
  round!: number | null;
}

@ObjectType({ implements: MutationPayload, description: 'The bid placed; sealed until the round has closed.' })
export class PlaceBidPayload extends MutationPayload {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => Int, { description: 'The round.' })
  round!: number;

  @Field(() => Int, { description: 'Certificates asked for.' })
  volume!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The round closed.' })
export class CloseAuctionRoundPayload extends MutationPayload {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => Int, { description: 'The round.' })
  round!: number;

  @Field(() => Int, { description: 'Certificates deposited.' })
  deposited!: number;

  @Field(() => Int, { description: 'What counted of the bids.' })
  asked!: number;

  @Field(() => Boolean, { description: 'true: everything was asked for.' })
  cleared!: boolean;

  @Field(() => AuctionStateEnum, {
    description:
      'SETTLED: it decided; BIDDING: open the next round; LAPSED: it would have decided, too late for anybody to use the certificates.',
  })
  state!: AuctionState;
}
