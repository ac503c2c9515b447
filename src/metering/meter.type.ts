import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { MutationPayload } from '../platform/mutation.type.js';
import type { MeterReplacementRow, MeterRow } from './meter.entity.js';

@ObjectType({ description: 'A metering point of a system. Its device may be replaced; the point stays.' })
export class Meter
  implements
    Pick<
      MeterRow,
      'id' | 'label' | 'serialNumber' | 'accuracyPercent' | 'registerDigits' | 'initialValueKwh' | 'installedOn'
    >
{
  @Field(() => ID, { description: 'Identifies the meter inside the PTS.' })
  id!: string;

  @Field(() => String, { description: 'Name of the metering point within its system.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Serial number of the first device.' })
  serialNumber!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Accuracy of its device in percent; null: not of revenue quality.',
  })
  accuracyPercent!: string | null;

  @Field(() => Int, { nullable: true, description: 'Digits of the first register, when it rolls over.' })
  registerDigits!: number | null;

  @Field(() => DecimalScalar, { description: 'Cumulative value in kWh on the day of installation.' })
  initialValueKwh!: string;

  @Field(() => DateScalar, { description: 'Day of installation.' })
  installedOn!: LocalDate;
}

@ObjectType({ description: 'A replacement of the device at a metering point.' })
export class MeterReplacement
  implements
    Pick<
      MeterReplacementRow,
      | 'id'
      | 'replacedAt'
      | 'oldFinalKwh'
      | 'newInitialKwh'
      | 'newSerialNumber'
      | 'newRegisterDigits'
      | 'newAccuracyPercent'
      | 'reason'
    >
{
  @Field(() => ID, { description: 'Identifies the replacement.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When the device was replaced.' })
  replacedAt!: Date;

  @Field(() => DecimalScalar, { description: 'Last cumulative value of the old device in kWh.' })
  oldFinalKwh!: string;

  @Field(() => DecimalScalar, { description: 'First cumulative value of the new device in kWh.' })
  newInitialKwh!: string;

  @Field(() => String, { nullable: true, description: 'Serial number of the new device.' })
  newSerialNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'Digits of the new register, when it rolls over.' })
  newRegisterDigits!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Accuracy of the new device in percent, if it is another.',
  })
  newAccuracyPercent!: string | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The meter set up.' })
export class SetUpMeterPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  meterId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The replacement recorded.' })
export class ReplaceMeterPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  replacementId!: string;
}
