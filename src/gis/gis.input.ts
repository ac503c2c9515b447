import { Field, ID, InputType } from 'type-graphql';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';

@InputType({ description: 'A GIS account to be opened.' })
export class CreateGisAccountInput {
  @Field(() => ID, { description: 'The organisation that it belongs to.' })
  organisationId!: string;

  @Field(() => String, { description: 'Its name; unique within the organisation.' })
  name!: string;
}

@InputType({ description: 'A GIS asset to be entered, with the account that holds it.' })
export class CreateGisAssetInput {
  @Field(() => ID, { description: 'Its id at the GIS: `NON` or `MSS` and digits.' })
  gisId!: string;

  @Field(() => ID, { description: 'The GIS account that holds it.' })
  gisAccountId!: string;

  @Field(() => MonthScalar, { description: 'First month whose certificates go to that account.' })
  fromMonth!: Month;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Another account holds an asset from a month on.' })
export class AssignGisAssetInput {
  @Field(() => ID, { description: 'The asset, by its id at the GIS.' })
  gisId!: string;

  @Field(() => ID, { description: 'The account that is to hold it.' })
  gisAccountId!: string;

  @Field(() => MonthScalar, { description: 'First month whose certificates go to that account; not issued yet.' })
  fromMonth!: Month;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'A system leaves the asset that it is in, and joins no other.' })
export class LeaveGisAssetInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => MonthScalar, {
    description: 'First month in which it is in no asset; not reported or issued yet, and later than the first month.',
  })
  fromMonth!: Month;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'A system joins an asset from a month on, and leaves the one that it was in.' })
export class JoinGisAssetInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ID, { description: 'The asset, by its id at the GIS.' })
  gisId!: string;

  @Field(() => MonthScalar, { description: 'First month of the membership; not issued yet.' })
  fromMonth!: Month;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
