import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { CarveOut } from '../domain/load-cohort.js';
import type { LocalDate } from '../domain/local-date.js';
import { type AuctionRow, type AuctionState, auctionStates } from './auction.entity.js';
import { CarveOutEnum } from './carve-out.js';

export const AuctionStateEnum = enumOf(auctionStates);
registerEnumType(AuctionStateEnum, {
  name: 'AuctionState',
  description: 'How far an auction is.',
  valuesConfig: {
    DEPOSITING: { description: 'Opened; certificates are deposited in its window.' },
    BIDDING: { description: 'A round was opened.' },
    SETTLED: { description: 'Over: what was sold went to its buyers, the rest back.' },
    NOT_HELD: { description: 'Over: nothing was deposited.' },
    LAPSED: {
      description:
        'Over: it was decided so late that nobody could use the certificates any more. Nobody pays, and they went to the residual mix.',
    },
  },
});

@ObjectType({
  description:
    'The Solar Credit Clearinghouse Auction of a programme and generation year. Deposits and bids are sealed, for staff and the regulator too: until a round has closed nobody sees any but its own.',
})
export class Auction
  implements Pick<AuctionRow, 'id' | 'priceDollars' | 'priceSource' | 'feeShare' | 'generationYear'>
{
  @Field(() => ID, { description: 'Identifies the auction.' })
  id!: string;

  @Field(() => CarveOutEnum, { description: 'The programme.' })
  program!: CarveOut;

  @Field(() => Int, { description: 'The year in which the electricity was generated.' })
  generationYear!: number;

  @Field(() => DecimalScalar, { description: 'The fixed price of a certificate in dollars, fee included.' })
  priceDollars!: string;

  @Field(() => String, { description: 'Where the price comes from, and how sure that is.' })
  priceSource!: string;

  @Field(() => DecimalScalar, { description: 'The fee, as a share of the price; the depositor bears it.' })
  feeShare!: string;

  @Field(() => AuctionStateEnum, { description: 'How far it is.' })
  state!: AuctionState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled.' })
  settledAt!: Date | null;
}

export const AuctionConnection = connectionOf(Auction, 'Auction');

@ObjectType({ description: 'The days of an auction, all inclusive, in Massachusetts.' })
export class AuctionDates {
  @Field(() => DateScalar, { description: 'First day for deposits.' })
  depositFrom!: LocalDate;

  @Field(() => DateScalar, { description: 'Last day for deposits.' })
  depositUntil!: LocalDate;

  @Field(() => DateScalar, { description: 'Latest day of round 1.' })
  heldUntil!: LocalDate;
}

@ObjectType({ description: 'A round. What was deposited and asked for is sealed until it has closed.' })
export class AuctionRound {
  @Field(() => Int, { description: '1, 2 or 3. Rounds 1 and 2 sell all or nothing; round 3 sells what is asked for.' })
  round!: number;

  @Field(() => DateTimeScalar, { description: 'From when on bids are taken.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when on no more.' })
  closesAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When staff closed it and it was computed.' })
  closedAt!: Date | null;

  @Field(() => Boolean, {
    description: 'true: opened after the day that the rules ask for (July 31, or three business days after a failure).',
  })
  late!: boolean;

  @Field(() => Int, { nullable: true, description: 'Certificates that were deposited; null until it has closed.' })
  deposited!: number | null;

  @Field(() => Int, { nullable: true, description: 'What counted of the bids; null until it has closed.' })
  asked!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: all that was deposited was asked for; null until it has closed.',
  })
  cleared!: boolean | null;
}

@ObjectType({ description: 'What a bidder got.' })
export class AuctionPurchase {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Int, { description: '1: a supplier; 2: somebody else.' })
  tier!: number;

  @Field(() => Int, { description: 'What counted of its bid in the last round.' })
  asked!: number;

  @Field(() => Int, { description: 'Certificates that it got.' })
  quantity!: number;

  @Field(() => DecimalScalar, { description: 'What it owes for them, in dollars.' })
  dueDollars!: string;
}

@ObjectType({ description: 'What became of what an account deposited.' })
export class AuctionSale {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, { description: 'Its GIS account.' })
  gisAccountId!: string;

  @Field(() => Int, { description: 'Certificates deposited.' })
  deposited!: number;

  @Field(() => Int, { description: 'Of them sold.' })
  sold!: number;

  @Field(() => Int, { description: 'Of them returned.' })
  returned!: number;

  @Field(() => DecimalScalar, { description: 'Proceeds less the fee, in dollars.' })
  proceedsDollars!: string;
}

@ObjectType({ description: 'What came of an auction.' })
export class AuctionOutcome {
  @Field(() => Int, { description: 'The round that decided.' })
  finalRound!: number;

  @Field(() => Boolean, { description: 'true: everything was sold.' })
  cleared!: boolean;

  @Field(() => Int, { description: 'Certificates deposited.' })
  deposited!: number;

  @Field(() => Int, { description: 'Of them sold.' })
  sold!: number;

  @Field(() => Int, { description: 'Of them returned.' })
  returned!: number;

  @Field(() => DecimalScalar, { description: 'Proceeds of all depositors, less the fee, in dollars.' })
  totalProceedsDollars!: string;

  @Field(() => Int, {
    description:
      'Years in which the certificates are usable now. They are minted anew under the same serial numbers; their holding says until which compliance year.',
  })
  shelfLifeYears!: number;

  @Field(() => [Int], { description: 'Compliance years in which they are usable.' })
  usableIn!: number[];

  @Field(() => DecimalScalar, {
    description: 'MWh by which a later obligation grows, since round 2 did not clear; 0 otherwise.',
  })
  obligationIncreaseMwh!: string;

  @Field(() => Int, { nullable: true, description: 'The compliance year of that obligation.' })
  obligationIncreaseYear!: number | null;

  @Field(() => [AuctionPurchase], {
    description: 'Who got how many: of everybody for staff and the regulator, of your organisation for others.',
  })
  purchases!: AuctionPurchase[];

  @Field(() => [AuctionSale], {
    description: 'What became of deposits: of everybody for staff and the regulator, of your organisation for others.',
  })
  sales!: AuctionSale[];
}

@ObjectType({ description: 'A deposit of your organisation.' })
export class AuctionDeposit {
  @Field(() => String, { description: 'Serial numbers as the market shows them: `4086133 - 24 to 137`.' })
  range!: string;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;
}

@ObjectType({ description: 'A bid of your organisation; of a round the last one counts.' })
export class AuctionBid {
  @Field(() => Int, { description: 'The round.' })
  round!: number;

  @Field(() => Int, { description: 'Certificates asked for.' })
  volume!: number;

  @Field(() => DateTimeScalar, { description: 'When it was placed.' })
  createdAt!: Date;
}

@ObjectType({ description: 'That your organisation may bid.' })
export class AuctionBidder {
  @Field(() => Int, { description: '1: a supplier; 2: somebody else.' })
  tier!: number;

  @Field(() => DecimalScalar, { description: 'Security posted, in dollars.' })
  securityDollars!: string;

  @Field(() => ID, { description: 'The GIS account to which purchases go.' })
  gisAccountId!: string;
}
