import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { ReadingFlagEnum, ReadingOutcome, ReadingStatusEnum } from './reading.type.js';

@ObjectType({
  description: 'What became of rows, column by column: each list has a value for each row, in their order.',
})
export class ReadingOutcomeColumns {
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The month that the rows report; null when all are refused.',
  })
  month!: Month | null;

  @Field(() => [ReadingStatusEnum], { description: 'What became of each row.' })
  statuses!: ReadingOutcome['status'][];

  @Field(() => [ID], { nullable: 'items', description: 'Ids of the readings stored, or of those that are repeated.' })
  readingIds!: (string | null)[];

  @Field(() => [DecimalScalar], {
    nullable: 'items',
    description: 'Production of the month in kWh; null for rows that are refused.',
  })
  productionsKwh!: (string | null)[];

  @Field(() => [[ReadingFlagEnum]], {
    description:
      'Reasons to look at a row again. ESTIMATED_GAP: its production is a share, because months were missed.',
  })
  flags!: string[][];

  @Field(() => [ReadingOutcome], { description: 'In full, in their order: the rows that are refused.' })
  refusals!: readonly ReadingOutcome[];
}

@ObjectType({ implements: MutationPayload, description: 'What became of the rows.' })
export class SubmitReadingColumnsPayload extends MutationPayload {
  @Field(() => Int, { description: 'Rows stored, the superseding ones among them.' })
  accepted!: number;

  @Field(() => Int, { description: 'Of those stored: rows that took the place of a reading in force.' })
  superseded!: number;

  @Field(() => Int, { description: 'Rows that were in force already.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows not stored.' })
  refused!: number;

  @Field(() => ReadingOutcomeColumns, { description: 'What became of each row.' })
  columns!: ReadingOutcomeColumns;
}
