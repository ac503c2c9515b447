import { Field, ID, ObjectType } from 'type-graphql';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { GisAccountRow, GisAssetHolderRow, GisAssetMembershipRow, GisAssetRow } from './gis.entity.js';

@ObjectType({ description: 'An account at the NEPOOL GIS: where certificates are deposited.' })
export class GisAccount implements Pick<GisAccountRow, 'id' | 'name'> {
  @Field(() => ID, { description: 'Identifies the account.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({
  description:
    'An asset at the NEPOOL GIS: a system or an aggregation. Fractions combine in it, the carry stays with it.',
})
export class GisAsset implements Pick<GisAssetRow, 'id' | 'gisId'> {
  @Field(() => ID, { description: 'Identifies the asset inside the PTS.' })
  id!: string;

  @Field(() => ID, { description: 'Its id at the GIS, e.g. `NON107878`.' })
  gisId!: string;
}

@ObjectType({ description: 'Which GIS account holds an asset, from a month until a month.' })
export class GisAssetHolder implements Pick<GisAssetHolderRow, 'fromMonth' | 'untilMonth'> {
  @Field(() => MonthScalar, { description: 'First month whose certificates go to the account.' })
  fromMonth!: Month;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'First month whose certificates no longer do; null: still.',
  })
  untilMonth!: Month | null;
}

@ObjectType({ description: 'A system in an asset, from a month until a month.' })
export class GisAssetMembership implements Pick<GisAssetMembershipRow, 'fromMonth' | 'untilMonth' | 'endReason'> {
  @Field(() => MonthScalar, { description: 'First month of the membership.' })
  fromMonth!: Month;

  @Field(() => MonthScalar, { nullable: true, description: 'First month after it; null: still a member.' })
  untilMonth!: Month | null;

  @Field(() => String, { nullable: true, description: 'Why it ended, when the system joined no other asset.' })
  endReason!: string | null;
}
