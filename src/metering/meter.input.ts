import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';

/** The metering point that is meant when none is named. */
export const mainMeter = 'main';

@InputType({ description: 'A meter to be set up.' })
export class SetUpMeterInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => String, {
    defaultValue: mainMeter,
    description: 'Name of the metering point, unique within the system.',
  })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Serial number of the device.' })
  serialNumber?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Approved model of the device: approved on the day of installation; its accuracy is that of the device.',
  })
  meterModelId?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Accuracy of the device in percent (2 for plus or minus 2 %), above 0, at most 5; absent: not of revenue quality, an inverter display, say.',
  })
  accuracyPercent?: Decimal | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Digits of its register, 3 to 12, when it rolls over to zero; absent: it does not.',
  })
  registerDigits?: number | null;

  @Field(() => DecimalScalar, { description: 'Cumulative value in kWh on the day of installation.' })
  initialValueKwh!: Decimal;

  @Field(() => DateScalar, { description: 'Day of installation.' })
  installedOn!: LocalDate;
}

@InputType({ description: 'A meter device was replaced.' })
export class ReplaceMeterInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => String, { defaultValue: mainMeter, description: 'The metering point.' })
  label!: string;

  @Field(() => DateTimeScalar, { description: 'When it was replaced: after the last reading in force.' })
  replacedAt!: Date;

  @Field(() => DecimalScalar, { description: 'Last cumulative value of the old device in kWh.' })
  oldFinalKwh!: Decimal;

  @Field(() => DecimalScalar, { description: 'First cumulative value of the new device in kWh.' })
  newInitialKwh!: Decimal;

  @Field(() => String, { nullable: true, description: 'Serial number of the new device.' })
  newSerialNumber?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Digits of the new register, 3 to 12, when it rolls over; absent: it does not.',
  })
  newRegisterDigits?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Accuracy of the new device in percent; absent: that of the old one.',
  })
  newAccuracyPercent?: Decimal | null;

  @Field(() => String, { description: 'Why it was replaced.' })
  reason!: string;
}
