import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CarveOutEnum } from '../auction/carve-out.js';
import { ConfidenceEnum } from '../boundary/confidence.js';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { CarveOut } from '../domain/load-cohort.js';
import type { Confidence } from '../domain/rules/dated-table.js';
import { type FilingState, filingStates, type SupplierKind } from './compliance.entity.js';
import { SupplierKindEnum, type UseOrder, UseOrderEnum } from './compliance.input.js';

export const FilingStateEnum = enumOf(filingStates);
registerEnumType(FilingStateEnum, {
  name: 'FilingState',
  description: 'How far a filing is.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for the regulator.' },
    APPROVED: { description: 'Approved; its credits are used and banked.' },
    RETURNED: { description: 'Returned; the year may be filed again.' },
  },
});

@ObjectType({ description: 'A retail electricity supplier.' })
export class Supplier {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => SupplierKindEnum, { description: 'What kind.' })
  kind!: SupplierKind;

  @Field(() => Int, { description: 'First compliance year for which it files here.' })
  sinceYear!: number;
}

export const SupplierConnection = connectionOf(Supplier, 'Supplier');

@ObjectType({ description: 'Load of contracts of one day, with the Minimum Standard that goes for them.' })
export class ComplianceCohort {
  @Field(() => CarveOutEnum, { description: 'The programme.' })
  program!: CarveOut;

  @Field(() => DateScalar, { description: 'The day of the contracts.' })
  contractedOn!: string;

  @Field(() => Boolean, { description: 'true: Basic Service.' })
  basicService!: boolean;

  @Field(() => DecimalScalar, { description: 'Retail sales in MWh.' })
  salesMwh!: string;

  @Field(() => DecimalScalar, { description: 'The Minimum Standard in percent.' })
  minimumStandardPercent!: string;

  @Field(() => String, { description: 'Where the percentage comes from.' })
  percentSource!: string;

  @Field(() => ConfidenceEnum, { description: 'How sure it is.' })
  percentConfidence!: Confidence;

  @Field(() => Boolean, {
    description:
      'true: contracted before 2010 by a competitive supplier and no Basic Service; what is missing may be paid for at the Class I rate.',
  })
  paysClassIRate!: boolean;
}

@ObjectType({
  description:
    'Credits: certificates retired for compliance beyond the obligation of a year, which count in the two years after it, once. No certificates move with them.',
})
export class ComplianceCredit {
  @Field(() => ID, { description: 'The credit.' })
  creditId!: string;

  @Field(() => Int, { description: 'The compliance year that it comes from.' })
  fromYear!: number;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;
}

@ObjectType({ description: 'What a year comes to in a programme.' })
export class CompliancePosition {
  @Field(() => CarveOutEnum, { description: 'The programme.' })
  program!: CarveOut;

  @Field(() => DecimalScalar, { description: 'Sales times percentages, in MWh, before rounding.' })
  exactMwh!: string;

  @Field(() => Int, { description: 'The obligation in certificates: rounded up, once.' })
  obligation!: number;

  @Field(() => Int, { description: 'Certificates that were retired for compliance with this year.' })
  retired!: number;

  @Field(() => Int, {
    description: 'Certificates in retail sub-accounts that will be when the trading year is closed.',
  })
  toBeRetired!: number;

  @Field(() => Int, { description: 'Of both, how many count for the obligation.' })
  newUsed!: number;

  @Field(() => [ComplianceCredit], { description: 'Credits that it uses, the oldest first.' })
  creditsUsed!: ComplianceCredit[];

  @Field(() => Int, { description: 'What is missing, in MWh, and paid for.' })
  acpQuantity!: number;

  @Field(() => Int, { description: 'Of it, MWh of load contracted before 2010, at the Class I rate.' })
  acpQuantityAtClassIRate!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Dollars per MWh; null when nothing is paid at this rate.',
  })
  acpRateDollars!: string | null;

  @Field(() => ConfidenceEnum, { nullable: true, description: 'How sure the rate is.' })
  acpRateConfidence!: Confidence | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Class I rate; null when nothing is paid at it.' })
  classIRateDollars!: string | null;

  @Field(() => DecimalScalar, { description: 'Alternative Compliance Payment in dollars.' })
  acpDollars!: string;

  @Field(() => Int, { description: 'Certificates beyond the obligation that become a credit: at most 10 % of it.' })
  newlyBanked!: number;

  @Field(() => Int, { description: 'Certificates beyond that, which count for nothing.' })
  surplusLost!: number;

  @Field(() => Boolean, { description: 'true: it complied in all earlier years; only then anything is banked.' })
  compliantInEarlierYears!: boolean;

  @Field(() => [ComplianceCredit], { description: 'Credits that stay usable.' })
  creditsKept!: ComplianceCredit[];

  @Field(() => [ComplianceCredit], { description: 'Credits that expire with this year.' })
  creditsExpired!: ComplianceCredit[];
}

@ObjectType({ description: 'What a compliance year comes to for a supplier, computed from its load and the ledger.' })
export class ComplianceStatement {
  @Field(() => ID, { description: 'The supplier.' })
  organisationId!: string;

  @Field(() => Int, { description: 'The compliance year.' })
  complianceYear!: number;

  @Field(() => DateScalar, { description: 'When the filing is due.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'true: the trading year is closed; nothing is retired for it any more.' })
  yearClosed!: boolean;

  @Field(() => UseOrderEnum, { description: 'What counts first.' })
  useOrder!: UseOrder;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Minimum Standard of RPS Class I in percent; the carve-outs below are part of it.',
  })
  classIPercent!: string | null;

  @Field(() => [ComplianceCohort], { description: 'The load, by programme and contract day.' })
  cohorts!: ComplianceCohort[];

  @Field(() => [CompliancePosition], { description: 'What it comes to, by programme.' })
  positions!: CompliancePosition[];
}

@ObjectType({ description: 'An annual compliance filing, as it was submitted.' })
export class ComplianceFiling {
  @Field(() => ID, { description: 'Identifies the filing.' })
  id!: string;

  @Field(() => Int, { description: 'The compliance year.' })
  complianceYear!: number;

  @Field(() => FilingStateEnum, { description: 'How far it is.' })
  state!: FilingState;

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the regulator decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the regulator.' })
  decisionReason!: string | null;
}

export const ComplianceFilingConnection = connectionOf(ComplianceFiling, 'ComplianceFiling');
