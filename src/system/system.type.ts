import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { SystemRow } from './system.entity.js';
import { type Technology, technologies } from './technology.js';

export const TechnologyEnum = enumOf(technologies);
registerEnumType(TechnologyEnum, {
  name: 'Technology',
  description: 'What a system makes electricity from.',
  valuesConfig: {
    SOLAR_PV: { description: 'Solar photovoltaic; capacity in kW DC at standard test conditions.' },
    WIND: { description: 'Wind; capacity in kW AC.' },
    HYDRO: { description: 'Water; capacity in kW AC.' },
    ANAEROBIC_DIGESTER: { description: 'Anaerobic digester gas; capacity in kW AC.' },
    BIOMASS: { description: 'Biomass; capacity in kW AC.' },
    LANDFILL_GAS: { description: 'Landfill gas; capacity in kW AC.' },
    FUEL_CELL: { description: 'Fuel cell on a renewable fuel; capacity in kW AC.' },
    OTHER: { description: 'Another renewable source; capacity in kW AC.' },
  },
});

@ObjectType({ description: 'A renewable-energy system that reports to the PTS.' })
export class System
  implements
    Pick<
      SystemRow,
      | 'id'
      | 'ptsId'
      | 'name'
      | 'technology'
      | 'capacityKw'
      | 'facilityType'
      | 'streetAddress'
      | 'town'
      | 'state'
      | 'zip'
      | 'utility'
      | 'installer'
      | 'commercialOperationOn'
      | 'massachusettsFunded'
      | 'estimatedAnnualKwh'
    >
{
  @Field(() => ID, { description: 'Identifies the system inside the PTS.' })
  id!: string;

  @Field(() => ID, { description: 'The PTS id by which everybody names it, e.g. `PTS-PV2014-10001`.' })
  ptsId!: string;

  @Field(() => String, { description: "Name of the generation unit. May be a person's name: not public." })
  name!: string;

  @Field(() => TechnologyEnum, { description: 'What it makes electricity from.' })
  technology!: Technology;

  @Field(() => DecimalScalar, { description: 'Nameplate capacity in kW: DC at STC for solar PV, AC otherwise.' })
  capacityKw!: string;

  @Field(() => String, { nullable: true, description: 'Kind of the place it stands at.' })
  facilityType!: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number: not public.' })
  streetAddress!: string | null;

  @Field(() => String, { description: 'City or town.' })
  town!: string;

  @Field(() => String, { description: 'State, two letters.' })
  state!: string;

  @Field(() => String, { nullable: true, description: 'ZIP code, five digits.' })
  zip!: string | null;

  @Field(() => String, { nullable: true, description: 'Electric utility.' })
  utility!: string | null;

  @Field(() => String, { nullable: true, description: 'Who installed it.' })
  installer!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Commercial operation date: authorised to interconnect.' })
  commercialOperationOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'true: funded by MassCEC, so the reporting requirements bind it.' })
  massachusettsFunded!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Estimated production of a year in kWh, if one was given.',
  })
  estimatedAnnualKwh!: string | null;
}

export const SystemConnection = connectionOf(System, 'System');
