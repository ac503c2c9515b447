import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { CarveOut } from '../domain/load-cohort.js';
import { CarveOutEnum } from './carve-out.js';

@InputType({ description: 'An auction to be opened for deposits.' })
export class OpenAuctionInput {
  @Field(() => CarveOutEnum, { description: 'The programme: each has an auction of its own.' })
  program!: CarveOut;

  @Field(() => Int, { description: 'The year in which the electricity was generated.' })
  generationYear!: number;
}

@InputType({ description: 'Certificates to be deposited.' })
export class DepositCertificatesInput {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => [String], {
    description: '1 to 20000 ranges of serial numbers as the market shows them: `4086133 - 24 to 137`.',
  })
  ranges!: string[];

  @Field(() => String, {
    description: 'Why, for the record, at most 2,000 characters; name no person: the ledger keeps it for ever.',
  })
  reason!: string;
}

@InputType({ description: 'Who may bid.' })
export class QualifyBidderInput {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, { description: 'Its GIS account, to which what it buys goes. It must not be one that deposits.' })
  gisAccountId!: string;

  @Field(() => DecimalScalar, { description: 'Security that it posted, in dollars; suppliers need none.' })
  securityDollars!: Decimal;

  @Field(() => String, { description: 'What proves it: at most 2,000 characters.' })
  evidence!: string;
}

@InputType({ description: 'A round to be opened.' })
export class OpenAuctionRoundInput {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => DateTimeScalar, { description: 'From when on bids are taken; not in the past.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when on no more.' })
  closesAt!: Date;
}

@InputType({ description: 'A bid: a volume, at the price of the auction.' })
export class PlaceBidInput {
  @Field(() => ID, { description: 'The auction.' })
  auctionId!: string;

  @Field(() => Int, {
    description:
      'How many certificates, at most 10,000,000. It takes the place of your bid of this round before; 0 takes that back. Of a bidder that is no supplier what is above its share of the deposited volume does not count.',
  })
  volume!: number;
}

@InputType({ description: 'A round to be closed.' })
export class CloseAuctionRoundInput {
  @Field(() => ID, { description: 'The auction; its round whose time is over.' })
  auctionId!: string;
}
