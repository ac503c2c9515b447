import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Program } from '../domain/program.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';
import { MarketSectorEnum, ProgramEnum } from '../qualification/qualification.type.js';
import { TechnologyEnum } from '../system/system.type.js';
import type { Technology } from '../system/technology.js';

export const productionGroupings = ['MONTH', 'QUARTER', 'TOWN', 'SECTOR', 'PROGRAM', 'TECHNOLOGY'] as const;
export type ProductionGrouping = (typeof productionGroupings)[number];
export const ProductionGroupingEnum = enumOf(productionGroupings);
registerEnumType(ProductionGroupingEnum, {
  name: 'ProductionGrouping',
  description: 'By what production is summed.',
  valuesConfig: {
    MONTH: { description: 'Generation month, `YYYY-MM`.' },
    QUARTER: { description: 'Generation quarter, `YYYY-Qn`.' },
    TOWN: { description: 'City or town of the system.' },
    SECTOR: { description: 'SREC II market sector of the statement that holds in the month; null: none.' },
    PROGRAM: { description: 'Programme of the statement that holds in the month; null: not qualified then.' },
    TECHNOLOGY: { description: 'What the system makes electricity from.' },
  },
});

@InputType({ description: 'Production of which systems; every condition given must hold.' })
export class ProductionFilter {
  @Field(() => String, { nullable: true, description: 'Only in this city or town, spelled as on record.' })
  town?: string | null;

  @Field(() => ProgramEnum, { nullable: true, description: 'Only what is qualified for this programme in its month.' })
  program?: Program | null;

  @Field(() => MarketSectorEnum, { nullable: true, description: 'Only what is of this market sector in its month.' })
  marketSector?: MarketSector | null;

  @Field(() => TechnologyEnum, { nullable: true, description: 'Only this technology.' })
  technology?: Technology | null;
}

@ObjectType({ description: 'Production of a month, quarter, town, sector, programme or technology.' })
export class ProductionGroup {
  @Field(() => String, { nullable: true, description: 'Which one; null: in no programme or sector.' })
  group!: string | null;

  @Field(() => Int, {
    description: 'Months of systems: a system with production in three of the months counts three. By MONTH: systems.',
  })
  systemMonths!: number;

  @Field(() => DecimalScalar, { description: 'Production in kWh, shares of missed months included.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'As much of it as is estimated, in kWh.' })
  estimatedKwh!: string;

  @Field(() => DecimalScalar, {
    description:
      'What is eligible of it times its factor, in MWh: before the roundings of issuance, whether issued or not.',
  })
  eligibleMwh!: string;
}

@ObjectType({
  description: 'Production by group: of the state for staff and the regulator, of their own systems for others.',
})
export class ProductionTotals {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when every change is in it, by the real clock; at most a minute ago while a worker runs. null: never rolled up yet.',
  })
  asOf!: Date | null;

  @Field(() => [ProductionGroup], { description: 'The groups, in their order; those without production are left out.' })
  groups!: readonly ProductionGroup[];
}
