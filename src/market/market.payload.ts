import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Quarter } from '../domain/quarter.js';
import { MutationPayload } from '../platform/mutation.type.js';
import type { StandingTransferState, TransferState } from './market.entity.js';
import { TransferStateEnum } from './market.type.js';
import { StandingTransferStateEnum } from './standing-transfer.type.js';

@ObjectType({ implements: MutationPayload, description: 'The transfers offered.' })
export class OfferTransfersPayload extends MutationPayload {
  @Field(() => [ID], { description: 'The transfers, in the order given.' })
  transferIds!: string[];

  @Field(() => Int, { description: 'Certificates in all.' })
  quantity!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The transfer decided.' })
export class TransferPayload extends MutationPayload {
  @Field(() => ID, { description: 'The transfer.' })
  transferId!: string;

  @Field(() => TransferStateEnum, { description: 'Where it stands now.' })
  state!: TransferState;

  @Field(() => Int, { description: 'How many certificates.' })
  quantity!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The certificates moved.' })
export class MoveToSubaccountPayload extends MutationPayload {
  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => [String], { description: 'Their serial numbers, adjacent ranges joined.' })
  ranges!: string[];
}

@ObjectType({ implements: MutationPayload, description: 'The authorization given.' })
export class AuthorizeBrokerPayload extends MutationPayload {
  @Field(() => ID, { description: 'The authorization.' })
  authorizationId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The authorization ended.' })
export class EndBrokerAuthorizationPayload extends MutationPayload {
  @Field(() => ID, { description: 'The authorization.' })
  authorizationId!: string;

  @Field(() => DateScalar, { description: 'First day on which it no longer holds.' })
  untilOn!: LocalDate;
}

@ObjectType({ implements: MutationPayload, description: 'The standing transfer, offered or decided.' })
export class StandingTransferPayload extends MutationPayload {
  @Field(() => ID, { description: 'The standing transfer.' })
  standingTransferId!: string;

  @Field(() => StandingTransferStateEnum, { description: 'Where it stands now.' })
  state!: StandingTransferState;
}

@ObjectType({ implements: MutationPayload, description: 'The trading period opened, its standing transfers executed.' })
export class OpenTradingPeriodPayload extends MutationPayload {
  @Field(() => QuarterScalar, { description: 'The quarter.' })
  quarter!: Quarter;

  @Field(() => Int, { description: 'Months of standing transfers by which certificates went.' })
  executed!: number;

  @Field(() => Int, { description: 'Months of standing transfers that failed: too few were there.' })
  failed!: number;

  @Field(() => Int, { description: 'Certificates that went.' })
  quantity!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The trading year closed.' })
export class CloseTradingYearPayload extends MutationPayload {
  @Field(() => Int, { description: 'The calendar year of generation.' })
  year!: number;

  @Field(() => Int, { description: 'Certificates of retail sub-accounts, retired for compliance.' })
  compliance!: number;

  @Field(() => Int, { description: 'Certificates of reserve sub-accounts, retired.' })
  reserve!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Certificates that went to the residual mix. null while deposits for an auction of the year are sealed, which it would tell: ask again when a round of it has closed.',
  })
  residual!: number | null;

  @Field(() => Int, { description: 'Offers that lapsed first.' })
  lapsedTransfers!: number;
}
