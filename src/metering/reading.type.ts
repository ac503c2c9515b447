import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { MutationPayload } from '../platform/mutation.type.js';
import type { ReadingRecord } from './reading.entity.js';

export const ReportingChannelEnum = enumOf(['MANUAL', 'AUTOMATED']);
registerEnumType(ReportingChannelEnum, {
  name: 'ReportingChannel',
  description: 'How a reading arrived. Follows from who reports: an approved DAS provider reports automatically.',
  valuesConfig: {
    MANUAL: { description: 'By a representative that is no DAS provider.' },
    AUTOMATED: { description: 'By an approved DAS provider.' },
  },
});

export const ReadingFlagEnum = enumOf(['ZERO_PRODUCTION', 'FAR_ABOVE_EXPECTED', 'FAR_BELOW_EXPECTED', 'ESTIMATED_GAP']);
registerEnumType(ReadingFlagEnum, {
  name: 'ReadingFlag',
  description: 'A reason to look at a reading again. Flags never block.',
  valuesConfig: {
    ZERO_PRODUCTION: { description: 'Nothing was produced since the reading before.' },
    FAR_ABOVE_EXPECTED: { description: 'Far more than size and season lead to expect.' },
    FAR_BELOW_EXPECTED: { description: 'Far less than size and season lead to expect.' },
    ESTIMATED_GAP: { description: 'Months were missed; the difference is spread over them by days.' },
  },
});

export const readingStatuses = ['ACCEPTED', 'SUPERSEDES', 'DUPLICATE', 'REFUSED'] as const;
export const ReadingStatusEnum = enumOf(readingStatuses);
registerEnumType(ReadingStatusEnum, {
  name: 'ReadingStatus',
  description: 'What became of a row.',
  valuesConfig: {
    ACCEPTED: { description: 'Stored; it is the reading of its month.' },
    SUPERSEDES: { description: 'Stored; it takes the place of the reading that was in force, which stays on record.' },
    DUPLICATE: { description: 'The same instant and value are in force already; nothing was stored.' },
    REFUSED: { description: 'Not stored; `code` and `message` say why, `expected` what would have been accepted.' },
  },
});

@ObjectType({ description: 'A cumulative meter value as it was submitted, and the production it stands for.' })
export class Reading
  implements
    Pick<
      ReadingRecord,
      | 'id'
      | 'month'
      | 'readAt'
      | 'valueKwh'
      | 'differenceKwh'
      | 'productionKwh'
      | 'estimated'
      | 'channel'
      | 'flags'
      | 'submittedAt'
      | 'recordedAt'
      | 'supersededAt'
    >
{
  @Field(() => ID, { description: 'Identifies the reading.' })
  id!: string;

  @Field(() => MonthScalar, { description: 'The generation month that it reports.' })
  month!: Month;

  @Field(() => DateTimeScalar, { description: 'When the meter was read.' })
  readAt!: Date;

  @Field(() => DecimalScalar, { description: 'Cumulative value in kWh.' })
  valueKwh!: string;

  @Field(() => DecimalScalar, { description: 'Production since the reading before in kWh.' })
  differenceKwh!: string;

  @Field(() => DecimalScalar, {
    description: 'Production of its own month in kWh: the difference, or its share when months were missed.',
  })
  productionKwh!: string;

  @Field(() => Boolean, { description: 'true: a share, because months were missed.' })
  estimated!: boolean;

  @Field(() => ReportingChannelEnum, { description: 'How it arrived.' })
  channel!: 'MANUAL' | 'AUTOMATED';

  @Field(() => [ReadingFlagEnum], { description: 'Reasons to look at it again.' })
  flags!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it (real time, also in sandbox mode).' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a later submission took its place; null: in force.',
  })
  supersededAt!: Date | null;
}

export const ReadingConnection = connectionOf(Reading, 'Reading');

@ObjectType({ description: 'What became of one submitted row.' })
export class ReadingOutcome {
  @Field(() => Int, { description: 'Position of the row in the call, from 0.' })
  index!: number;

  @Field(() => String, { nullable: true, description: 'Your key for the row.' })
  key!: string | null;

  @Field(() => ReadingStatusEnum, { description: 'What became of it.' })
  status!: (typeof readingStatuses)[number];

  @Field(() => ID, { nullable: true, description: 'Id of the reading stored, or of the one that it repeats.' })
  readingId!: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'The month that it reports; null when refused.' })
  month!: Month | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Production of that month in kWh; null when refused.' })
  productionKwh!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: a share, because months were missed; null when refused.',
  })
  estimated!: boolean | null;

  @Field(() => [ReadingFlagEnum], { description: 'Reasons to look at it again.' })
  flags!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Code of the refusal.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The refusal in words.' })
  message!: string | null;

  @Field(() => String, { nullable: true, description: 'What would have been accepted.' })
  expected!: string | null;
}

@ObjectType({ implements: MutationPayload, description: 'What became of the rows.' })
export class SubmitReadingsPayload extends MutationPayload {
  @Field(() => Int, { description: 'Rows stored, the superseding ones among them.' })
  accepted!: number;

  @Field(() => Int, { description: 'Of those stored: rows that took the place of a reading in force.' })
  superseded!: number;

  @Field(() => Int, { description: 'Rows that were in force already.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows not stored.' })
  refused!: number;

  @Field(() => [ReadingOutcome], { description: 'One answer for each row, in the order of the call.' })
  outcomes!: ReadingOutcome[];
}

export const productionStatuses = ['REPORTED', 'ISSUED', 'FORFEITED', 'AWAITING_STAFF'] as const;
export const ProductionStatusEnum = enumOf(productionStatuses);
registerEnumType(ProductionStatusEnum, {
  name: 'ProductionStatus',
  description: 'How far a month of production has come.',
  valuesConfig: {
    REPORTED: { description: 'Reported; its quarter is not issued.' },
    ISSUED: { description: 'Used in an issuance.' },
    FORFEITED: { description: 'Of a missed month that policy gives up: never used.' },
    AWAITING_STAFF: { description: 'Came after its quarter was issued: never issued by itself, staff decides.' },
  },
});

@ObjectType({ description: 'Production of a system in a month, from one reading.' })
export class MonthlyProduction {
  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => String, { description: 'The metering point.' })
  meterLabel!: string;

  @Field(() => DecimalScalar, { description: 'Production in kWh.' })
  productionKwh!: string;

  @Field(() => Boolean, { description: 'true: a share of a difference over several months.' })
  estimated!: boolean;

  @Field(() => ProductionStatusEnum, { description: 'How far it has come.' })
  status!: (typeof productionStatuses)[number];

  @Field(() => ID, { description: 'The reading it comes from.' })
  readingId!: string;

  @Field(() => MonthScalar, { description: 'Month of that reading.' })
  readingMonth!: Month;
}

@ObjectType({ description: 'The days in which a month is reported.' })
export class ReportingWindow {
  @Field(() => MonthScalar, { description: 'The month that is reported.' })
  month!: Month;

  @Field(() => DateScalar, { description: 'First day, Massachusetts time.' })
  firstDay!: LocalDate;

  @Field(() => DateScalar, { description: 'Last day, inclusive.' })
  lastDay!: LocalDate;

  @Field(() => DateTimeScalar, { description: 'First instant inside.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'First instant no longer inside.' })
  closesAt!: Date;

  @Field(() => Boolean, { description: 'true: it is open now.' })
  isOpen!: boolean;
}
