import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DecimalScalar } from '../boundary/scalars.js';

/** None is a part of another: production by programme beside that by sector would tell of a sector that is withheld. */
export const publicGroupings = ['TOWN', 'SECTOR', 'TECHNOLOGY'] as const;
export type PublicGrouping = (typeof publicGroupings)[number];
export const PublicGroupingEnum = enumOf(publicGroupings);
registerEnumType(PublicGroupingEnum, {
  name: 'PublicGrouping',
  description: 'By what production is summed for everybody.',
  valuesConfig: {
    TOWN: { description: 'City or town.' },
    SECTOR: { description: 'SREC II market sector that holds in the month; null: none.' },
    TECHNOLOGY: { description: 'What the systems make electricity from.' },
  },
});

export const publicSystemGroupings = ['TOWN', 'ZIP'] as const;
export type PublicSystemGrouping = (typeof publicSystemGroupings)[number];
export const PublicSystemGroupingEnum = enumOf(publicSystemGroupings);
registerEnumType(PublicSystemGroupingEnum, {
  name: 'PublicSystemGrouping',
  description: 'By what systems are counted for everybody.',
  valuesConfig: {
    TOWN: { description: 'City or town.' },
    ZIP: { description: 'ZIP code; null: not on record.' },
  },
});

@ObjectType({ description: 'Production of a group of systems in a month; never that of a few.' })
export class PublicProductionGroup {
  @Field(() => String, { nullable: true, description: 'The town, sector or technology; null: none.' })
  group!: string | null;

  @Field(() => Int, { description: 'Systems that reported the month.' })
  systems!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Production in kWh, shares of missed months included; null where it is withheld.',
  })
  productionKwh!: string | null;

  @Field(() => Boolean, {
    description:
      'true: the production is not published, for fewer systems reported than `ruleTables` demands (minimum-published-systems), or what the others leave over of the sum of all would be of fewer.',
  })
  withheld!: boolean;
}

@ObjectType({ description: 'Systems of a town or ZIP code.' })
export class PublicSystemCount {
  @Field(() => String, { nullable: true, description: 'The town or ZIP code; null: not on record.' })
  group!: string | null;

  @Field(() => Int, { description: 'Systems.' })
  systems!: number;

  @Field(() => DecimalScalar, { description: 'Their nameplate capacity in kW.' })
  capacityKw!: string;
}
