import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DateTimeScalar, DecimalScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { unitTypes } from '../domain/market-sector.js';
import { type Program, programs } from '../domain/program.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';
import { type QualificationFlag, qualificationFlags } from './qualification-flags.js';
import { marketSectors, type StatementOfQualificationRow } from './statement-of-qualification.entity.js';

export const ProgramEnum = enumOf(programs);
registerEnumType(ProgramEnum, {
  name: 'Program',
  description: 'The programme that a certificate is of.',
  valuesConfig: {
    SREC_I: { description: 'RPS Solar Carve-Out: one certificate for each MWh.' },
    SREC_II: { description: 'RPS Solar Carve-Out II: MWh times the SREC factor of the statement of qualification.' },
    CLASS_I: { description: 'RPS Class I: one REC for each MWh.' },
  },
});

export const MarketSectorEnum = enumOf(marketSectors);
registerEnumType(MarketSectorEnum, {
  name: 'MarketSector',
  description: 'SREC II market sector.',
  valuesConfig: {
    A: { description: 'Up to 25 kW DC, canopy, emergency power, community shared, low or moderate income housing.' },
    B: { description: 'Building mounted, or ground mounted with at least 67 % used on site.' },
    C: { description: 'Landfill, brownfield, or ground mounted up to 650 kW with less used on site.' },
    MG: { description: 'Managed growth: everything else.' },
  },
});

export const QualificationFlagEnum = enumOf(qualificationFlags);
registerEnumType(QualificationFlagEnum, {
  name: 'QualificationFlag',
  description: "What today's rules would not have given; the decision stands.",
  valuesConfig: {
    CAPACITY_ABOVE_LIMIT: { description: 'Nameplate capacity above the limit per parcel of land.' },
    TERM_OTHER_THAN_RULE: { description: 'A last eligible quarter other than the 40th.' },
    OUTSIDE_MASSACHUSETTS: { description: 'The system stands in another state.' },
  },
});

export const UnitTypeEnum = enumOf(unitTypes);
registerEnumType(UnitTypeEnum, {
  name: 'GenerationUnitType',
  description: 'What decides, with size and use on site, on the market sector.',
  valuesConfig: {
    BUILDING_MOUNTED: { description: 'On or at a building.' },
    GROUND_MOUNTED: { description: 'On open ground.' },
    SOLAR_CANOPY: { description: 'A canopy, e.g. above parking spaces.' },
    EMERGENCY_POWER: { description: 'Supplies power in an emergency.' },
    COMMUNITY_SHARED: { description: 'Community shared solar.' },
    LOW_OR_MODERATE_INCOME_HOUSING: { description: 'Serves low or moderate income housing.' },
    LANDFILL: { description: 'On a landfill.' },
    BROWNFIELD: { description: 'On a brownfield.' },
  },
});

export const ExtensionEnum = enumOf(['NONE', 'GOOD_CAUSE', 'CONSTRUCTION_HALF_SPENT']);
registerEnumType(ExtensionEnum, {
  name: 'Extension',
  description: 'An extension of the deadline that was granted.',
  valuesConfig: {
    NONE: { description: 'None.' },
    GOOD_CAUSE: { description: 'For good cause.' },
    CONSTRUCTION_HALF_SPENT: { description: 'Because at least half of the construction cost was spent in time.' },
  },
});

export const ProposalStatusEnum = enumOf(['PROPOSED', 'NOT_ELIGIBLE', 'UNKNOWN']);
registerEnumType(ProposalStatusEnum, {
  name: 'FactorProposalStatus',
  description: 'Whether the tables hold a figure that may be proposed.',
  valuesConfig: {
    PROPOSED: { description: 'A figure with a source that may be relied on.' },
    NOT_ELIGIBLE: { description: 'The unit came after the end of the programme.' },
    UNKNOWN: { description: 'No verified figure: staff must enter one with a source.' },
  },
});

@ObjectType({
  description: 'A statement of qualification as it bears on one system. Its factor is fixed when it is granted.',
})
export class StatementOfQualification
  implements
    Pick<
      StatementOfQualificationRow,
      | 'id'
      | 'sqNumber'
      | 'program'
      | 'effectiveOn'
      | 'lastEligibleQuarter'
      | 'marketSector'
      | 'srecFactor'
      | 'factorSource'
      | 'factorConfidence'
      | 'decidedOn'
      | 'continuesId'
      | 'reason'
      | 'createdAt'
    >
{
  @Field(() => ID, { description: 'Identifies the statement for this system.' })
  id!: string;

  @Field(() => String, {
    description: 'Number of the statement, e.g. `PV-2410-13`; one number may cover many systems.',
  })
  sqNumber!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => DateScalar, {
    description: 'RPS effective date: nothing that was produced before it can earn certificates.',
  })
  effectiveOn!: LocalDate;

  @Field(() => QuarterScalar, {
    nullable: true,
    description: 'Last quarter of the opt-in term; null: Class I, which has none.',
  })
  lastEligibleQuarter!: string | null;

  @Field(() => MarketSectorEnum, { nullable: true, description: 'Market sector; SREC II only.' })
  marketSector!: MarketSector | null;

  @Field(() => DecimalScalar, { description: 'SREC factor: certificates for each MWh.' })
  srecFactor!: string;

  @Field(() => String, { description: 'Where the factor comes from.' })
  factorSource!: string;

  @Field(() => String, { description: 'How sure the figure is: PROGRAM, FOUND, DERIVED, MEMORY, POLICY or DECISION.' })
  factorConfidence!: string;

  @Field(() => [QualificationFlagEnum], { description: "What today's rules would not have given." })
  flags!: QualificationFlag[];

  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision, if known.' })
  decidedOn!: LocalDate | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The statement whose opt-in term it continues as Class I; null: it stands by itself.',
  })
  continuesId!: string | null;

  @Field(() => String, { description: 'Why it was granted.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  createdAt!: Date;
}

@ObjectType({ description: 'An SREC II factor as the dated tables propose it.' })
export class FactorProposal {
  @Field(() => ProposalStatusEnum, { description: 'Whether there is a figure to propose.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Tier by size, date and extension.' })
  tier!: string | null;

  @Field(() => MarketSectorEnum, { description: 'Market sector.' })
  sector!: MarketSector;

  @Field(() => String, { description: 'What of the unit led to this sector.' })
  sectorRule!: string;

  @Field(() => String, { description: 'Source of the sectors.' })
  sectorSource!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The factor proposed.' })
  factor!: string | null;

  @Field(() => String, { nullable: true, description: 'The row of the factors that the unit falls under.' })
  rule!: string | null;

  @Field(() => String, { nullable: true, description: 'Source of the figure.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'How sure the figure is: FOUND or DERIVED.' })
  confidence!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'A figure that is only inferred: shown, never proposed, never used.',
  })
  assumedFactor!: string | null;
}
