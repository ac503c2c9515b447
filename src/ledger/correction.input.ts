import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import { mainMeter } from '../metering/meter.input.js';

const documentIdsDescription =
  'Documents that stand behind it, filed before: a photograph of the meter, say. At least one.';
const reasonDescription = 'Why, for the record; name no person: the ledger keeps it for ever.';

@InputType({
  description: 'A cumulative value that takes the place of the one in force for a past month, or fills a missed one.',
})
export class CorrectReadingInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => String, { defaultValue: mainMeter, description: 'The metering point.' })
  label!: string;

  @Field(() => MonthScalar, { description: 'The generation month; its reporting window has closed.' })
  month!: Month;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the meter was read, inside the window of the month; absent: as the reading in force says.',
  })
  readAt?: Date | null;

  @Field(() => DecimalScalar, { description: 'Cumulative value in kWh that the meter showed.' })
  valueKwh!: Decimal;

  @Field(() => [ID], { description: documentIdsDescription })
  documentIds!: string[];

  @Field(() => String, { description: reasonDescription })
  reason!: string;
}

@InputType({ description: 'Production that waits for staff, to be decided on.' })
export class DecideProductionInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => ID, { nullable: true, description: 'Only what comes from this reading; absent: all of the month.' })
  readingId?: string | null;

  @Field(() => [ID], { description: documentIdsDescription })
  documentIds!: string[];

  @Field(() => String, { description: reasonDescription })
  reason!: string;
}
