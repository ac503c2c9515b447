import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { UnitType } from '../domain/market-sector.js';
import type { Program } from '../domain/program.js';
import type { Extension, MarketSector } from '../domain/rules/srec-factors.js';
import type { DocumentPurpose } from '../request/request.entity.js';
import { EvidenceInput } from '../request/request.type.js';
import { TechnologyEnum } from '../system/system.type.js';
import type { Technology } from '../system/technology.js';
import { ExtensionEnum, MarketSectorEnum, ProgramEnum, UnitTypeEnum } from './qualification.type.js';

@InputType({ description: 'What an applicant states of a generation unit, beside what is on record of its system.' })
export class QualificationUnitInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Capacity in kW DC of all units on the same parcel of land, this one included; absent: this one alone.',
  })
  parcelCapacityKw?: Decimal | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: in the territory of a municipal light district; it counts as in Massachusetts.',
  })
  municipalLight!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: owned by a regulated utility; it may take part all the same.',
  })
  ownedByRegulatedUtility!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'true: some of its generation is used on site.' })
  usesGenerationOnSite!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was authorised to interconnect; absent: it is not interconnected.',
  })
  interconnectedOn?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was mechanically complete.' })
  mechanicallyCompleteOn?: LocalDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Commercial operation date; absent: that on record of the system.',
  })
  commercialOperationOn?: LocalDate | null;

  @Field(() => UnitTypeEnum, { nullable: true, description: 'Type of the unit; required for SREC II.' })
  unitType?: UnitType | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Share of its annual output used on site, 0 to 1.' })
  onSiteShare?: Decimal | null;

  @Field(() => ExtensionEnum, { defaultValue: 'NONE', description: 'Extension of a deadline that was granted.' })
  extension!: Extension;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of funding by MassCEC or the Renewable Energy Trust, if any.',
  })
  massachusettsGrantOn?: LocalDate | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Share of its cost that ARRA paid, 0 to 1.' })
  arraShareOfCost?: Decimal | null;
}

@InputType({ description: 'A generation unit about which somebody asks before applying.' })
export class EligibilityInput {
  @Field(() => TechnologyEnum, { defaultValue: 'SOLAR_PV', description: 'What it makes electricity from.' })
  technology!: Technology;

  @Field(() => DecimalScalar, { description: 'Nameplate capacity in kW: DC for solar PV, AC otherwise.' })
  capacityKw!: Decimal;

  @Field(() => String, { defaultValue: 'MA', description: 'State it stands in, two letters.' })
  state!: string;

  @Field(() => QualificationUnitInput, { description: 'What decides beside that.' })
  data!: QualificationUnitInput;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it is filed; absent: today.' })
  filedOn?: LocalDate | null;
}

@InputType({ description: 'An application for a statement of qualification (SQA).' })
export class ApplyForQualificationInput {
  @Field(() => ID, { description: 'PTS id of a system whose system owner or REC owner your organisation is today.' })
  ptsId!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => ID, { nullable: true, description: 'The draft that this takes the place of.' })
  draftId?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'false: it stays a draft, which only your organisation sees; nothing is checked but its form.',
  })
  submit!: boolean;

  @Field(() => QualificationUnitInput, { description: 'The unit.' })
  unit!: QualificationUnitInput;

  @Field(() => [EvidenceInput], {
    defaultValue: [],
    description: 'Documents; at most 20; to submit it takes an AUTHORIZATION_TO_INTERCONNECT.',
  })
  evidence!: { readonly documentId: string; readonly purpose: DocumentPurpose }[];

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'What staff confirms of an application for a statement of qualification.' })
export class ReviewQualificationInput {
  @Field(() => ID, { description: 'The application.' })
  requestId!: string;

  @Field(() => MarketSectorEnum, { nullable: true, description: 'Market sector; required for SREC II.' })
  marketSector?: MarketSector | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'SREC factor, above 0, at most 1; required for SREC II, 1 for the others.',
  })
  srecFactor?: Decimal | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where sector and factor come from; required where they are not the ones proposed.',
  })
  factorSource?: string | null;

  @Field(() => DateScalar, { description: 'RPS effective date.' })
  effectiveOn!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'Where the effective date comes from; required where it is not the one proposed.',
  })
  effectiveSource?: string | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'The decision on an application for a statement of qualification.' })
export class DecideQualificationInput {
  @Field(() => ID, { description: 'The application.' })
  requestId!: string;

  @Field(() => Boolean, { description: 'true: the statement is granted; false: the application is denied.' })
  approve!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the statement, e.g. `PV-2410-13`, at most 200 characters; required to approve.',
  })
  sqNumber?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The review that is decided on: `sequence` of the event REVIEWED of the application. When staff reviewed it again since, the decision is refused. Absent: the last one.',
  })
  reviewSequence?: number | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
