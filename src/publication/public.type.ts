import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DecimalScalar, MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Quarter } from '../domain/quarter.js';
import { TechnologyEnum } from '../system/system.type.js';
import type { Technology } from '../system/technology.js';

@ObjectType({
  description: 'A system as everybody may see it: nothing that tells whose it is or where exactly it stands.',
})
export class PublicSystem {
  @Field(() => ID, { description: 'The PTS id: stable, the key of every public table.' })
  ptsId!: string;

  @Field(() => TechnologyEnum, { description: 'What it makes electricity from.' })
  technology!: Technology;

  @Field(() => DecimalScalar, { description: 'Nameplate capacity in kW: DC at STC for solar PV, AC otherwise.' })
  capacityKw!: string;

  @Field(() => String, { nullable: true, description: 'Kind of the place it stands at.' })
  facilityType!: string | null;

  @Field(() => String, { description: 'City or town.' })
  town!: string;

  @Field(() => String, { nullable: true, description: 'ZIP code.' })
  zip!: string | null;

  @Field(() => String, { nullable: true, description: 'Electric utility.' })
  utility!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Commercial operation date.' })
  commercialOperationOn!: LocalDate | null;
}

export const PublicSystemConnection = connectionOf(PublicSystem, 'PublicSystem');

@InputType({ description: 'Which systems; every condition given must hold.' })
export class PublicSystemFilter {
  @Field(() => TechnologyEnum, { nullable: true, description: 'Only this technology.' })
  technology?: Technology | null;

  @Field(() => String, { nullable: true, description: 'Only this city or town, spelled as on record.' })
  town?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this ZIP code.' })
  zip?: string | null;
}

@ObjectType({ description: 'Production of a month, systems together; never that of a few.' })
export class PublicProduction {
  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => Int, { description: 'Systems that reported it.' })
  systems!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Production in kWh, shares of missed months included; null where it is withheld.',
  })
  productionKwh!: string | null;

  @Field(() => Boolean, {
    description:
      'true: the production is not published, for fewer systems reported than `ruleTables` demands (minimum-published-systems), or the rest of the state, or of the towns withheld, would be of fewer.',
  })
  withheld!: boolean;
}

@ObjectType({
  description: 'What was minted of a generation quarter, all programmes and systems together; never that of a few.',
})
export class PublicMinting {
  @Field(() => QuarterScalar, { description: 'The generation quarter.' })
  quarter!: Quarter;

  @Field(() => DateScalar, { description: 'Day on which the GIS mints it.' })
  mintDate!: LocalDate;

  @Field(() => Boolean, {
    description:
      'true: what was minted is not published, for it is of fewer systems than `ruleTables` demands (minimum-published-systems).',
  })
  withheld!: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: 'Reported to the GIS in MWh; null where it is withheld.' })
  reportedMwh!: string | null;

  @Field(() => Int, { nullable: true, description: 'Certificates minted; null where they are withheld.' })
  certificates!: number | null;
}
