import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { type ExpectationBasis, expectationBases } from './certificates-at-risk.js';

export const ExpectationBasisEnum = enumOf(expectationBases);
registerEnumType(ExpectationBasisEnum, {
  name: 'ExpectationBasis',
  description:
    'What an expected production rests on. Both follow the monthly profile of the region, which is inferred.',
  valuesConfig: {
    ANNUAL_ESTIMATE: { description: 'The annual estimate that was registered for the system.' },
    CAPACITY_FACTOR: {
      description:
        'Inferred: no annual estimate is registered, so nameplate capacity and the capacity factor of the region.',
    },
  },
});

export const notReportedOrders = ['REGISTRATION', 'CAPACITY'] as const;
export type NotReportedOrder = (typeof notReportedOrders)[number];
export const NotReportedOrderEnum = enumOf(notReportedOrders);
registerEnumType(NotReportedOrderEnum, {
  name: 'SystemsNotReportedOrder',
  description: 'The order of systems that have not reported.',
  valuesConfig: {
    REGISTRATION: { description: 'Oldest registration first.' },
    CAPACITY: { description: 'Largest nameplate capacity first: where most is at risk.' },
  },
});

@ObjectType({ description: 'Certificates that a month is expected to give, and will not while it is not reported.' })
export class CertificatesAtRisk {
  @Field(() => ProgramEnum, { description: 'The programme of the statement of qualification in force in the month.' })
  program!: Program;

  @Field(() => DecimalScalar, { description: 'Its factor: certificates for each MWh.' })
  srecFactor!: string;

  @Field(() => Int, {
    description: 'Whole certificates (SRECs; under CLASS_I, RECs) by expected production times factor.',
  })
  certificates!: number;

  @Field(() => DecimalScalar, {
    description:
      'The rest, as a fraction of a certificate, six decimals: carries join it with what is left of other months.',
  })
  fraction!: string;
}

@ObjectType({ description: 'A system that has not reported, or not with all of its meters.' })
export class SystemNotReported {
  @Field(() => System, { description: 'The system.' })
  system!: SystemRow;

  @Field(() => MonthScalar, { description: 'The month: that of the reporting window that is open, or opens next.' })
  month!: Month;

  @Field(() => DateTimeScalar, { description: 'First instant at which it can be reported.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The deadline: first instant at which it can no longer be reported.' })
  closesAt!: Date;

  @Field(() => [String], { description: 'Meters without a reading of the month; empty: it has no meter yet.' })
  meterLabels!: readonly string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Production that is expected of the month, less what its other meters reported; null: nothing is known to expect.',
  })
  expectedKwh!: string | null;

  @Field(() => ExpectationBasisEnum, { nullable: true, description: 'What that rests on; null: nothing is known.' })
  expectationBasis!: ExpectationBasis | null;

  @Field(() => CertificatesAtRisk, {
    nullable: true,
    description:
      'Certificates at risk, whole and fraction; null: no statement of qualification is in force in the month, or nothing is known to expect.',
  })
  atRisk!: CertificatesAtRisk | null;
}

export const SystemNotReportedConnection = connectionOf(SystemNotReported, 'SystemNotReported');
