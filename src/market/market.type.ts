import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Quarter } from '../domain/quarter.js';
import { type BrokerAuthorizationRow, type TransferRow, type TransferState, transferStates } from './market.entity.js';

export const TransferStateEnum = enumOf(transferStates);
registerEnumType(TransferStateEnum, {
  name: 'TransferState',
  description: 'Where a transfer stands.',
  valuesConfig: {
    OFFERED: { description: 'Waits for the answer of the receiver; its certificates are PENDING.' },
    ACCEPTED: { description: 'The certificates are in the other account. Final.' },
    REJECTED: { description: 'Refused by the receiver. Final.' },
    WITHDRAWN: { description: 'Taken back by whose certificates they are. Final.' },
    LAPSED: { description: 'Still open when a trading year of its certificates was closed. Final.' },
  },
});

@ObjectType({
  description:
    'Certificates that one GIS account offers to another. Seen by both parties, the broker who proposed it, staff and the regulator.',
})
export class Transfer
  implements Pick<TransferRow, 'id' | 'state' | 'quantity' | 'createdAt' | 'recordedAt' | 'decidedAt'>
{
  @Field(() => ID, { description: 'Identifies the transfer.' })
  id!: string;

  @Field(() => TransferStateEnum, { description: 'Where it stands.' })
  state!: TransferState;

  @Field(() => Int, { description: 'How many certificates.' })
  quantity!: number;

  @Field(() => DateTimeScalar, { description: 'When it was offered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded the offer.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null: open.' })
  decidedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The standing transfer that it carries out, accepted beforehand; null: offered by itself.',
  })
  standingTransferId!: string | null;
}

export const TransferConnection = connectionOf(Transfer, 'Transfer');

@ObjectType({ description: 'That a broker may propose transfers for an organisation, from a day until a day.' })
export class BrokerAuthorization
  implements Pick<BrokerAuthorizationRow, 'id' | 'fromOn' | 'untilOn' | 'reason' | 'endReason' | 'createdAt'>
{
  @Field(() => ID, { description: 'Identifies the authorization.' })
  id!: string;

  @Field(() => DateScalar, { description: 'First day on which it holds.' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer holds; null: it goes on.' })
  untilOn!: LocalDate | null;

  @Field(() => String, { description: 'Why it was given.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Why it was ended before its day; null: it was not.' })
  endReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  createdAt!: Date;
}

export const BrokerAuthorizationConnection = connectionOf(BrokerAuthorization, 'BrokerAuthorization');

@ObjectType({ description: 'A trading period: two months from the mint date of a quarter.' })
export class TradingPeriod {
  @Field(() => QuarterScalar, { description: 'The quarter whose certificates are minted when it opens.' })
  quarter!: Quarter;

  @Field(() => DateScalar, { description: 'Its first day.' })
  opensOn!: LocalDate;

  @Field(() => DateScalar, { description: 'Its last day, until midnight in Massachusetts.' })
  closesOn!: LocalDate;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When staff opened it, with its standing transfers; null: not yet.',
  })
  openedAt!: Date | null;
}

@ObjectType({
  description:
    'The year in which certificates of a calendar year are traded: from the mint date of its first quarter to the end of the trading period of its fourth. Certificates change hands and sub-accounts in its trading periods alone, and are retired on any of its days.',
})
export class TradingYear {
  @Field(() => Int, { description: 'The calendar year of generation.' })
  year!: number;

  @Field(() => DateScalar, { description: 'Its first day.' })
  opensOn!: LocalDate;

  @Field(() => DateScalar, { description: 'Its last day, until midnight in Massachusetts.' })
  closesOn!: LocalDate;

  @Field(() => [TradingPeriod], { description: 'Its four trading periods, in order.' })
  periods!: TradingPeriod[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When staff closed it: since then none of its certificates can move. Null: not yet.',
  })
  closedAt!: Date | null;
}
