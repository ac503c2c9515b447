import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import {
  type StandingTransferExecutionRow,
  type StandingTransferRow,
  type StandingTransferState,
  standingTransferStates,
} from './market.entity.js';

export const StandingTransferStateEnum = enumOf(standingTransferStates);
registerEnumType(StandingTransferStateEnum, {
  name: 'StandingTransferState',
  description: 'Where a standing transfer stands.',
  valuesConfig: {
    PENDING: { description: 'Waits for the answer of the receiver.' },
    APPROVED: { description: 'Executed whenever a trading period of its months opens.' },
    REJECTED: { description: 'Refused by the receiver. Final.' },
    WITHDRAWN: { description: 'Taken back by the giver. Final.' },
    ENDED: { description: 'Its last month was executed. Final.' },
  },
});

export const StandingMethodEnum = enumOf(['PERCENT', 'AMOUNT']);
registerEnumType(StandingMethodEnum, {
  name: 'StandingTransferMethod',
  description: 'How many certificates a standing transfer asks for each month.',
  valuesConfig: {
    PERCENT: { description: 'A share of what each asset minted into the giving account, rounded down.' },
    AMOUNT: { description: 'A fixed number, over all of its assets.' },
  },
});

export const StandingFillEnum = enumOf(['ALL_OR_NOTHING', 'PARTIAL']);
registerEnumType(StandingFillEnum, {
  name: 'StandingTransferFill',
  description: 'What a standing transfer does in a month that has fewer certificates than it asks for.',
  valuesConfig: {
    ALL_OR_NOTHING: { description: 'It takes none of the month.' },
    PARTIAL: { description: 'It takes what is there.' },
  },
});

@ObjectType({
  description: 'A forward transfer: executed whenever a trading period opens, without a further acceptance.',
})
export class StandingTransfer
  implements
    Pick<
      StandingTransferRow,
      | 'id'
      | 'alias'
      | 'program'
      | 'beginMonth'
      | 'endMonth'
      | 'method'
      | 'sharePercent'
      | 'monthlyQuantity'
      | 'priority'
      | 'fill'
      | 'irrevocable'
      | 'state'
      | 'createdAt'
      | 'decidedAt'
    >
{
  @Field(() => ID, { description: 'Identifies the standing transfer.' })
  id!: string;

  @Field(() => String, { description: 'What the parties call it.' })
  alias!: string;

  @Field(() => ProgramEnum, { description: 'The programme of its certificates.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'First vintage month.' })
  beginMonth!: Month;

  @Field(() => MonthScalar, { description: 'Last vintage month.' })
  endMonth!: Month;

  @Field(() => StandingMethodEnum, { description: 'How many are asked for.' })
  method!: 'PERCENT' | 'AMOUNT';

  @Field(() => DecimalScalar, { nullable: true, description: 'Share in percent; null unless the method is PERCENT.' })
  sharePercent!: string | null;

  @Field(() => Int, { nullable: true, description: 'Certificates a month; null unless the method is AMOUNT.' })
  monthlyQuantity!: number | null;

  @Field(() => Int, { description: '1 is executed first, 0 last; of equal ones the older first.' })
  priority!: number;

  @Field(() => StandingFillEnum, { description: 'What it does when fewer are there.' })
  fill!: 'ALL_OR_NOTHING' | 'PARTIAL';

  @Field(() => Boolean, { description: 'true: once approved it cannot be withdrawn.' })
  irrevocable!: boolean;

  @Field(() => StandingTransferStateEnum, { description: 'Where it stands.' })
  state!: StandingTransferState;

  @Field(() => DateTimeScalar, { description: 'When it was offered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved, rejected or withdrawn.' })
  decidedAt!: Date | null;
}

export const StandingTransferConnection = connectionOf(StandingTransfer, 'StandingTransfer');

@ObjectType({ description: 'What became of a standing transfer in a vintage month.' })
export class StandingTransferExecution
  implements Pick<StandingTransferExecutionRow, 'month' | 'asked' | 'moved' | 'failure' | 'transferId' | 'occurredAt'>
{
  @Field(() => MonthScalar, { description: 'The vintage month.' })
  month!: Month;

  @Field(() => Int, { description: 'Certificates asked for.' })
  asked!: number;

  @Field(() => Int, { description: 'Certificates that went to the receiver.' })
  moved!: number;

  @Field(() => String, { nullable: true, description: 'Why none went; null: some did, or none were asked for.' })
  failure!: string | null;

  @Field(() => ID, { nullable: true, description: 'The transfer by which they went.' })
  transferId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the trading period was opened.' })
  occurredAt!: Date;
}
