import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import { mainMeter } from './meter.input.js';

/** The most readings that one call takes. */
export const maximumReadings = 10_000;

@InputType({ description: 'One reading: when a meter was read, and its cumulative value.' })
export class ReadingInput {
  @Field(() => String, { nullable: true, description: 'Your own key for this row; comes back with its outcome.' })
  key?: string | null;

  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => String, { defaultValue: mainMeter, description: 'The metering point.' })
  meterLabel!: string;

  @Field(() => DateTimeScalar, {
    description: 'When the meter was read. It belongs to the month that ends inside the reporting window.',
  })
  readAt!: Date;

  @Field(() => DecimalScalar, { description: 'Cumulative (lifetime) value in kWh, at most three decimals.' })
  valueKwh!: Decimal;
}

@InputType({ description: 'Readings to be reported.' })
export class SubmitReadingsInput {
  @Field(() => [ReadingInput], { description: `The rows, 1 to ${maximumReadings}; each is judged by itself.` })
  readings!: ReadingInput[];
}
