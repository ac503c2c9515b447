import { Field, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { TechnologyEnum } from './system.type.js';
import type { Technology } from './technology.js';

@InputType({ description: 'A system to be registered.' })
export class RegisterSystemInput {
  @Field(() => String, { description: 'Name of the generation unit.' })
  name!: string;

  @Field(() => TechnologyEnum, { description: 'What it makes electricity from.' })
  technology!: Technology;

  @Field(() => DecimalScalar, {
    description: 'Nameplate capacity in kW, below 10^9, at most three decimals: DC at STC for solar PV, AC otherwise.',
  })
  capacityKw!: Decimal;

  @Field(() => String, { nullable: true, description: 'Kind of the place it stands at.' })
  facilityType?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  streetAddress?: string | null;

  @Field(() => String, { description: 'City or town.' })
  town!: string;

  @Field(() => String, { defaultValue: 'MA', description: 'State, two letters.' })
  state!: string;

  @Field(() => String, { nullable: true, description: 'ZIP code, five digits.' })
  zip?: string | null;

  @Field(() => String, { nullable: true, description: 'Electric utility.' })
  utility?: string | null;

  @Field(() => String, { nullable: true, description: 'Who installed it.' })
  installer?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Commercial operation date.' })
  commercialOperationOn?: LocalDate | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: funded by MassCEC, so the reporting requirements bind it.',
  })
  massachusettsFunded!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Estimated production of a year in kWh, 0 to below 10^12, at most three decimals.',
  })
  estimatedAnnualKwh?: Decimal | null;
}
