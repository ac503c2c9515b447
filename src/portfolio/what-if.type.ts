import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
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

@InputType({ description: 'A factor that a system would have.' })
export class WhatIfFactorInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => DecimalScalar, {
    description: 'The factor, above 0 and at most 1: in the place of that of its statement.',
  })
  srecFactor!: Decimal;
}

@InputType({ description: 'What is to be supposed of an asset and programme.' })
export class WhatIfInput {
  @Field(() => ID, { description: 'The asset, by its id at the GIS; one that your accounts hold today.' })
  gisId!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => [WhatIfProductionInput], { description: 'Production, at most 2,000 rows, each system and month once.' })
  production!: WhatIfProductionInput[];

  @Field(() => [WhatIfFactorInput], { defaultValue: [], description: 'Factors, at most 500.' })
  factors!: WhatIfFactorInput[];

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
