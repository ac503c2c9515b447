import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar, QuarterScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { UnitType } from '../domain/market-sector.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import type { Extension, MarketSector } from '../domain/rules/srec-factors.js';
import { ExtensionEnum, MarketSectorEnum, ProgramEnum, UnitTypeEnum } from './qualification.type.js';

@InputType({ description: 'A statement of qualification to be granted to a system.' })
export class GrantQualificationInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => String, { description: 'Number of the statement, e.g. `PV-2410-13`.' })
  sqNumber!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => DateScalar, { description: 'RPS effective date.' })
  effectiveOn!: LocalDate;

  @Field(() => QuarterScalar, {
    nullable: true,
    description: 'Last quarter of the opt-in term; absent: the 40th. Another one is flagged. Class I has none.',
  })
  lastEligibleQuarter?: Quarter | null;

  @Field(() => MarketSectorEnum, { nullable: true, description: 'Market sector; required for SREC II.' })
  marketSector?: MarketSector | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'SREC factor, above 0, at most 1; required for SREC II, 1 for the others.',
  })
  srecFactor?: Decimal | null;

  @Field(() => String, { nullable: true, description: 'Where the factor comes from; required for SREC II.' })
  factorSource?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision.' })
  decidedOn?: LocalDate | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'A unit for which a factor is to be proposed.' })
export class FactorProposalInput {
  @Field(() => DecimalScalar, { description: 'Nameplate capacity in kW DC.' })
  capacityKw!: Decimal;

  @Field(() => UnitTypeEnum, { description: 'Type of the unit.' })
  unitType!: UnitType;

  @Field(() => DecimalScalar, { nullable: true, description: 'Share of its annual output used on site, 0 to 1.' })
  onSiteShare?: Decimal | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was authorised to interconnect.' })
  interconnectedOn?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was mechanically complete.' })
  mechanicallyCompleteOn?: LocalDate | null;

  @Field(() => ExtensionEnum, { defaultValue: 'NONE', description: 'Extension that was granted.' })
  extension!: Extension;
}
