import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DecimalScalar, QuarterScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { UnitType } from '../domain/market-sector.js';
import type { Program } from '../domain/program.js';
import type { QualificationReasonCode } from '../domain/qualification-eligibility.js';
import type { Extension, MarketSector } from '../domain/rules/srec-factors.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { RequestPayload } from '../request/request.type.js';
import type { QualificationContent, QualificationReview, UnitData } from './application.js';
import type { QualificationAnswer } from './application-answer.js';
import {
  ExtensionEnum,
  FactorProposal,
  MarketSectorEnum,
  ProgramEnum,
  QualificationFlagEnum,
  UnitTypeEnum,
} from './qualification.type.js';
import type { QualificationFlag } from './qualification-flags.js';

const reasonCodes = {
  ARRA_SHARE_ABOVE_67_PERCENT: { description: 'SREC I: ARRA paid more of its cost than the limit.' },
  CAPACITY_ABOVE_6_MW: { description: 'More capacity on the parcel of land than the limit.' },
  GRANT_BEFORE_PROGRAM_START: { description: 'SREC I: funded by the state before the programme began.' },
  NOT_INTERCONNECTED: { description: 'Not interconnected to the utility grid on the day of filing.' },
  NOT_IN_MASSACHUSETTS: { description: 'In another state.' },
  NOT_SOLAR_PV: { description: 'Not a solar photovoltaic unit.' },
  NO_ON_SITE_USE: { description: 'None of its generation is used on site.' },
  OPERATION_BEFORE_2008: { description: 'SREC I: in commercial operation too early.' },
  OPERATION_BEFORE_2013: { description: 'SREC II: in commercial operation too early.' },
  PROGRAM_CLOSED: {
    description: 'SREC I: filed after the last day of applications. SREC II: interconnected after its end.',
  },
} as const satisfies Record<QualificationReasonCode, { readonly description: string }>;

export const EligibilityReasonCodeEnum = enumOf(Object.keys(reasonCodes) as QualificationReasonCode[]);
registerEnumType(EligibilityReasonCodeEnum, {
  name: 'EligibilityReasonCode',
  description: 'A rule that a unit breaks.',
  valuesConfig: reasonCodes,
});

@ObjectType({ description: 'A reason against a unit.' })
export class EligibilityReason {
  @Field(() => EligibilityReasonCodeEnum, { description: 'The rule that it breaks, by name.' })
  code!: QualificationReasonCode;

  @Field(() => String, { description: 'What the rule says.' })
  rule!: string;

  @Field(() => String, { description: 'Where it stands.' })
  source!: string;
}

@ObjectType({ description: 'What the rules say of a unit that is filed on a day, and what the dated tables propose.' })
export class EligibilityAnswer implements QualificationAnswer {
  @Field(() => Boolean, { description: 'true: no rule stands against it.' })
  eligible!: boolean;

  @Field(() => [EligibilityReason], { description: 'Every reason against it.' })
  reasons!: EligibilityReason[];

  @Field(() => FactorProposal, {
    nullable: true,
    description: 'Market sector and SREC factor proposed; SREC II only, by the type of the unit.',
  })
  factorProposal!: QualificationAnswer['factorProposal'];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'RPS effective date proposed; null: no verified rule gives one, staff enters it with a source.',
  })
  effectiveOn!: LocalDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'An effective date that only an inferred deadline leads to: shown, never proposed, never used.',
  })
  assumedEffectiveOn!: LocalDate | null;

  @Field(() => String, { description: 'What the rule on effective dates says.' })
  effectiveRule!: string;

  @Field(() => String, { description: 'Where it stands.' })
  effectiveSource!: string;

  @Field(() => QuarterScalar, {
    nullable: true,
    description: 'Last quarter of the opt-in term that begins on the date proposed; null without one, and for Class I.',
  })
  lastEligibleQuarter!: string | null;
}

@ObjectType({ description: 'What an applicant stated of a generation unit.' })
export class QualificationUnit implements UnitData {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Capacity in kW DC on the parcel; null: this unit alone.',
  })
  parcelCapacityKw!: string | null;

  @Field(() => Boolean, { description: 'true: in the territory of a municipal light district.' })
  municipalLight!: boolean;

  @Field(() => Boolean, { description: 'true: owned by a regulated utility.' })
  ownedByRegulatedUtility!: boolean;

  @Field(() => Boolean, { description: 'true: some of its generation is used on site.' })
  usesGenerationOnSite!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was authorised to interconnect.' })
  interconnectedOn!: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was mechanically complete.' })
  mechanicallyCompleteOn!: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Commercial operation date; null: that of the system.' })
  commercialOperationOn!: LocalDate | null;

  @Field(() => UnitTypeEnum, { nullable: true, description: 'Type of the unit.' })
  unitType!: UnitType | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Share of its annual output used on site.' })
  onSiteShare!: string | null;

  @Field(() => ExtensionEnum, { description: 'Extension that was granted.' })
  extension!: Extension;

  @Field(() => DateScalar, { nullable: true, description: 'Day of funding by the state, if any.' })
  massachusettsGrantOn!: LocalDate | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Share of its cost that ARRA paid.' })
  arraShareOfCost!: string | null;
}

@ObjectType({ description: 'What staff confirmed, with the source of each value.' })
export class ConfirmedQualification implements QualificationReview {
  @Field(() => MarketSectorEnum, { nullable: true, description: 'Market sector; SREC II only.' })
  marketSector!: MarketSector | null;

  @Field(() => DecimalScalar, { description: 'SREC factor: certificates for each MWh.' })
  srecFactor!: string;

  @Field(() => String, { description: 'Where the factor comes from.' })
  factorSource!: string;

  @Field(() => String, { description: 'How sure it is; DECISION: staff entered it with its source.' })
  factorConfidence!: string;

  @Field(() => DateScalar, { description: 'RPS effective date.' })
  effectiveOn!: LocalDate;

  @Field(() => String, { description: 'Where the effective date comes from.' })
  effectiveSource!: string;
}

@ObjectType({ description: 'An application for a statement of qualification (SQA).' })
export class QualificationApplication
  implements Pick<QualificationContent, 'ptsId' | 'program' | 'unit' | 'filedOn' | 'answer' | 'review'>
{
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => QualificationUnit, { description: 'The unit as the applicant stated it.' })
  unit!: QualificationUnit;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was filed; null: a draft.' })
  filedOn!: LocalDate | null;

  @Field(() => EligibilityAnswer, {
    nullable: true,
    description: 'What the rules said on that day, and what they proposed; null: a draft.',
  })
  answer!: EligibilityAnswer | null;

  @Field(() => ConfirmedQualification, { nullable: true, description: 'What staff confirmed; null: not reviewed yet.' })
  review!: ConfirmedQualification | null;
}

@ObjectType({ implements: MutationPayload, description: 'The application, and where it stands now.' })
export class QualificationApplicationPayload extends RequestPayload {
  @Field(() => QualificationApplication, { description: 'The application.' })
  qualification!: QualificationApplication;
}

@ObjectType({ implements: MutationPayload, description: 'The decision, and the statement that was granted.' })
export class DecideQualificationPayload extends RequestPayload {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ID, { nullable: true, description: 'The statement; null: denied. In a dry run the id is not kept.' })
  statementId!: string | null;

  @Field(() => QuarterScalar, { nullable: true, description: 'Last quarter of its opt-in term.' })
  lastEligibleQuarter!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From when on the system goes on as RPS Class I.' })
  classIFrom!: LocalDate | null;

  @Field(() => [QualificationFlagEnum], { description: "What today's rules would not have given." })
  flags!: QualificationFlag[];
}
