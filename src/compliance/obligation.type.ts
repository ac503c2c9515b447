import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CarveOutEnum } from '../auction/carve-out.js';
import { ConfidenceEnum } from '../boundary/confidence.js';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { CarveOut } from '../domain/load-cohort.js';
import type { Confidence } from '../domain/rules/dated-table.js';

@ObjectType({ description: 'A Minimum Standard, as it is on record.' })
export class MinimumStandard {
  @Field(() => DecimalScalar, { description: 'Percent of load.' })
  percent!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The obligation that it came from, in MWh, where known.' })
  obligationMwh!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only for load contracted before this day; null: for all other.',
  })
  contractedBefore!: string | null;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;

  @Field(() => ConfidenceEnum, { description: 'How sure it is.' })
  confidence!: Confidence;
}

@ObjectType({ description: 'The Minimum Standards of a carve-out and year, as part of that of RPS Class I.' })
export class MinimumStandards {
  @Field(() => CarveOutEnum, { description: 'The programme.' })
  program!: CarveOut;

  @Field(() => Int, { description: 'The compliance year.' })
  complianceYear!: number;

  @Field(() => [MinimumStandard], { description: 'By age of contract.' })
  standards!: MinimumStandard[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Minimum Standard of RPS Class I in percent, of which the carve-outs are a part; null: not on record.',
  })
  classIPercent!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What of it is left for other Class I certificates, at the percentages of new contracts.',
  })
  classIRemainderPercent!: string | null;
}

@ObjectType({ description: 'A Minimum Standard computed from an obligation and a load.' })
export class MinimumStandardCalculation {
  @Field(() => DecimalScalar, { description: 'The obligation in MWh.' })
  obligationMwh!: string;

  @Field(() => DecimalScalar, { description: 'Total retail load obligation of two years before, in MWh.' })
  loadMwh!: string;

  @Field(() => DecimalScalar, { description: 'Obligation in percent of load, four decimals, half up.' })
  percent!: string;

  @Field(() => String, { description: 'The percentage as it is published, with its four decimals.' })
  published!: string;
}

@InputType({
  description:
    'What an obligation is computed from, in MWh. Either the base as it was announced, or the terms of the formula (SREC I alone).',
})
export class ObligationInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'The base as announced; then the formula is not used.' })
  baseMwh?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Generation projected for the year before.' })
  projectedGenerationMwh?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Generation of two years before.' })
  actualGenerationMwh?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Banked from two years before; absent: 0.' })
  bankedMwh?: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Deposited in the auction of two years before; absent: as in our own auction, 0 without one.',
  })
  auctionMwh?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Paid for instead two years before; absent: 0.' })
  acpMwh?: Decimal | null;

  @Field(() => Boolean, { nullable: true, description: 'false: the programme is full, growth counts no more.' })
  countsGrowth?: boolean | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Load of two years before, for the percentage.' })
  loadMwh?: Decimal | null;
}

@ObjectType({ description: 'A term of a calculation.' })
export class ObligationTerm {
  @Field(() => String, { description: 'Its name, as in the input.' })
  name!: string;

  @Field(() => DecimalScalar, { description: 'What was used, in MWh.' })
  usedMwh!: string;

  @Field(() => String, { description: 'GIVEN, our own AUCTION, or ABSENT (0).' })
  origin!: string;
}

@ObjectType({ description: 'An obligation computed from inputs that are shown.' })
export class ObligationCalculation {
  @Field(() => CarveOutEnum, { description: 'The programme.' })
  program!: CarveOut;

  @Field(() => Int, { description: 'The compliance year.' })
  complianceYear!: number;

  @Field(() => [ObligationTerm], { description: 'The inputs.' })
  terms!: ObligationTerm[];

  @Field(() => String, { description: 'How the base was computed, in words.' })
  formula!: string;

  @Field(() => DecimalScalar, { description: 'The obligation before what a failed auction adds.' })
  baseMwh!: string;

  @Field(() => ConfidenceEnum, {
    description: 'How sure the formula is; POLICY: the base was taken as it was given.',
  })
  confidence!: Confidence;

  @Field(() => DecimalScalar, {
    description: 'What the auction of two years before adds: its deposits, when round 2 did not clear.',
  })
  increaseMwh!: string;

  @Field(() => String, { description: 'Where the increase comes from.' })
  increaseSource!: string;

  @Field(() => ID, { nullable: true, description: 'Our auction of two years before; null: none was settled.' })
  auctionId!: string | null;

  @Field(() => DecimalScalar, { description: 'Base and increase.' })
  obligationMwh!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of the load given, in percent, four decimals.' })
  minimumStandardPercent!: string | null;
}
