import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import { mainMeter } from './meter.input.js';

export const submissionModes = ['PARTIAL', 'ATOMIC'] as const;
export type SubmissionMode = (typeof submissionModes)[number];
export const SubmissionModeEnum = enumOf(submissionModes);
registerEnumType(SubmissionModeEnum, {
  name: 'SubmissionMode',
  description: 'What becomes of good rows beside refused ones.',
  valuesConfig: {
    PARTIAL: { description: 'Good rows are stored, refused ones are not.' },
    ATOMIC: { description: 'All or none: one refused row and nothing is stored.' },
  },
});

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

  @Field(() => SubmissionModeEnum, {
    nullable: true,
    description:
      'ATOMIC: one refused row and nothing is stored; rows that are good by themselves are then refused with REFUSED_WITH_OTHERS. Absent: PARTIAL.',
  })
  mode?: SubmissionMode | null;
}
