import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';
import { MarketSectorEnum, ProgramEnum } from '../qualification/qualification.type.js';
import { SystemPlaceFilter } from '../system/place-filter.input.js';

@InputType({ description: 'Whether a month was reported.' })
export class ReportedFilter {
  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => Boolean, { description: 'true: with a reading in force of that month. false: without.' })
  reported!: boolean;
}

@InputType({ description: 'Which systems; every condition given must hold.' })
export class SystemFilter extends SystemPlaceFilter {
  @Field(() => ProgramEnum, {
    nullable: true,
    description: 'Only systems that are qualified for this programme this month.',
  })
  program?: Program | null;

  @Field(() => MarketSectorEnum, { nullable: true, description: 'Only systems of this market sector this month.' })
  marketSector?: MarketSector | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only systems that this organisation represents (reports for) today.',
  })
  representativeId?: string | null;

  @Field(() => ReportedFilter, { nullable: true, description: 'Only systems that reported a month, or did not.' })
  reportedIn?: ReportedFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only systems with this text in their name, PTS id or town, in capital or small letters; 1 to 100 characters.',
  })
  search?: string | null;
}

export const systemSorts = ['REGISTRATION', 'PTS_ID', 'NAME', 'TOWN', 'CAPACITY'] as const;
export type SystemSortKey = (typeof systemSorts)[number];
export const SystemSortKeyEnum = enumOf(systemSorts);
registerEnumType(SystemSortKeyEnum, {
  name: 'SystemSortKey',
  description: 'By what systems are sorted; those that are equal in it by their registration.',
  valuesConfig: {
    REGISTRATION: { description: 'Oldest registration first.' },
    PTS_ID: { description: 'PTS id, as text.' },
    NAME: { description: 'Name of the generation unit.' },
    TOWN: { description: 'City or town.' },
    CAPACITY: { description: 'Nameplate capacity.' },
  },
});

@InputType({ description: 'The order of systems.' })
export class SystemSort {
  @Field(() => SystemSortKeyEnum, { description: 'By what.' })
  by!: SystemSortKey;

  @Field(() => Boolean, { defaultValue: false, description: 'true: from the last to the first.' })
  descending!: boolean;
}
