import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { mainMeter } from '../metering/meter.input.js';
import { ProgramEnum } from '../qualification/qualification.type.js';

@InputType({ description: 'What a system would produce in a month.' })
export class WhatIfProductionInput {
  @Field(() => ID, {
    description: 'PTS id of a system that you may see; one that is not in the asset is taken to join it.',
  })
  ptsId!: string;

  @Field(() => MonthScalar, { description: 'The generation month, after the last one that is reported.' })
  month!: Month;

  @Field(() => DecimalScalar, {
    description: 'Production in kWh, 0 to below 10^12: in the place of what is on record.',
  })
  productionKwh!: Decimal;
}

@InputType({ description: 'What a meter would show: judged as if it were submitted when it is read.' })
export class WhatIfReadingInput {
  @Field(() => ID, {
    description: 'PTS id of a system that you may see; one that is not in the asset is taken to join it.',
  })
  ptsId!: string;

  @Field(() => String, { defaultValue: mainMeter, description: 'Which meter of the system.' })
  meterLabel!: string;

  @Field(() => DateTimeScalar, {
    description: 'When it is read: inside the reporting window of its month, which may be one to come.',
  })
  readAt!: Date;

  @Field(() => DecimalScalar, { description: 'Cumulative (lifetime) value in kWh, at most three decimals.' })
  valueKwh!: Decimal;
}

@InputType({ description: 'A factor that a system would have.' })
export class WhatIfFactorInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => DecimalScalar, {
    description: 'The factor, above 0 and at most 1: in the place of that of its statement.',
  })
  srecFactor!: Decimal;
}

@InputType({
  description:
    'What is to be supposed of an asset and programme. The months of production and readings are computed, with what else is on record of them; without any, and with `onRecord`, those on record that are not reported yet.',
})
export class WhatIfInput {
  @Field(() => ID, { description: 'The asset, by its id at the GIS; one that your accounts hold today.' })
  gisId!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => [WhatIfProductionInput], {
    defaultValue: [],
    description: 'Production, at most 2,000 rows, each system and month once.',
  })
  production!: WhatIfProductionInput[];

  @Field(() => [WhatIfReadingInput], {
    defaultValue: [],
    description:
      'Readings, at most 2,000, each meter and month once: what they say of their month, and of months that were missed before it, takes the place of what is on record of the meter.',
  })
  readings!: WhatIfReadingInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: months on record that are not reported yet are computed too, as they would be issued before.',
  })
  onRecord!: boolean;

  @Field(() => [WhatIfFactorInput], { defaultValue: [], description: 'Factors, at most 500.' })
  factors!: WhatIfFactorInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'PTS ids of systems that would be in the asset too, at most 500.',
  })
  joining!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'PTS ids of systems that would not be in the asset, at most 500.',
  })
  leaving!: string[];
}

@ObjectType({ description: 'What a month would come to.' })
export class WhatIfMonth {
  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => DecimalScalar, { description: 'Carry in MWh that it opens with.' })
  openingCarryMwh!: Decimal;

  @Field(() => DecimalScalar, { description: 'Eligible production in kWh.' })
  productionKwh!: Decimal;

  @Field(() => DecimalScalar, { description: 'MWh that are reported to the GIS.' })
  reportedMwh!: Decimal;

  @Field(() => DecimalScalar, { description: 'MWh after the factor.' })
  eligibleMwh!: Decimal;

  @Field(() => DecimalScalar, { description: 'Adjustments in MWh that wait today, in the first month.' })
  adjustmentMwh!: Decimal;

  @Field(() => Int, { description: 'Certificates.' })
  minted!: number;

  @Field(() => DecimalScalar, { description: 'Carry in MWh that it closes with.' })
  closingCarryMwh!: Decimal;
}

@ObjectType({ description: 'The certificates that something would give. Nothing of it is kept.' })
export class WhatIf {
  @Field(() => Int, { description: 'Certificates of all months.' })
  certificates!: number;

  @Field(() => [WhatIfMonth], { description: 'Month by month, as issuance would compute them.' })
  months!: readonly WhatIfMonth[];

  @Field(() => [String], {
    description: 'What was supposed beyond what you gave, and which rule is no figure of the programme.',
  })
  assumptions!: readonly string[];
}
