import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { ConformanceCertificateRow, ConformanceRunRow } from './conformance.entity.js';
import { type SubmissionForm, submissionForms } from './recorded-call.js';

@ObjectType({ description: 'A case of the conformance sandbox. Whether it passed is computed from what was called.' })
export class ConformanceCase {
  @Field(() => ID, { description: 'Stable, e.g. `accept-bulk`.' })
  id!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'What the provider does.' })
  whatToDo!: string;

  @Field(() => String, { description: 'What the house looks at.' })
  whatIsChecked!: string;
}

@ObjectType({ description: 'The cases that a provider passes, in the order in which one would go through them.' })
export class ConformanceCaseList {
  @Field(() => Int, { description: 'Changes whenever a case is added or asks for something else.' })
  version!: number;

  @Field(() => [ConformanceCase], { description: 'The cases.' })
  cases!: readonly ConformanceCase[];
}

export const SubmissionFormEnum = enumOf(submissionForms);
registerEnumType(SubmissionFormEnum, {
  name: 'SubmissionForm',
  description: 'What rows of a submission come in.',
  valuesConfig: {
    MUTATION: { description: 'The input of the mutation.' },
    CSV: { description: 'A file of CSV.' },
    JSON_LINES: { description: 'A file of JSON Lines.' },
    XML: { description: 'A file of the XML form of the PTS, `ARData`.' },
  },
});

@ObjectType({ description: 'In which form a case was shown.' })
export class ConformanceCaseForm {
  @Field(() => ID, { description: 'The case, e.g. `accept-bulk`.' })
  caseId!: string;

  @Field(() => SubmissionFormEnum, {
    description:
      'Form of the submission by which it passed; of `receipt`, that of the submission whose receipt was read.',
  })
  form!: SubmissionForm;
}

@ObjectType({ description: 'That an organisation passed every case of the conformance sandbox.' })
export class ConformanceCertificate
  implements Pick<ConformanceCertificateRow, 'id' | 'runId' | 'listVersion' | 'issuedOn' | 'validUntil'>
{
  @Field(() => ID, { description: 'Identifies the certificate.' })
  id!: string;

  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => Int, { description: 'Version of the list of cases.' })
  listVersion!: number;

  @Field(() => DateScalar, { description: 'Day on which the last case passed.' })
  issuedOn!: LocalDate;

  @Field(() => DateScalar, { description: 'First day on which it is no longer valid.' })
  validUntil!: LocalDate;
}

export const conformanceRunStates = ['OPEN', 'PASSED', 'CLOSED'] as const;
export type ConformanceRunState = (typeof conformanceRunStates)[number];
export const ConformanceRunStateEnum = enumOf(conformanceRunStates);
registerEnumType(ConformanceRunStateEnum, {
  name: 'ConformanceRunState',
  description: 'Where a run stands.',
  valuesConfig: {
    OPEN: { description: 'It takes calls; cases are left.' },
    PASSED: { description: 'Every case passed; there is a certificate.' },
    CLOSED: { description: 'Its time is over, or the list of cases is another one now. Start another run.' },
  },
});

@ObjectType({
  description:
    'A run of the conformance sandbox: systems that do not exist, a clock of its own, the real judgement. Nothing of it is ever counted, reported or issued.',
})
export class ConformanceRun
  implements Pick<ConformanceRunRow, 'id' | 'label' | 'listVersion' | 'clockAt' | 'createdAt' | 'recordedAt'>
{
  @Field(() => ID, { description: 'Identifies the run.' })
  id!: string;

  @Field(() => String, { description: "The provider's name for it." })
  label!: string;

  @Field(() => Int, { description: 'Version of the list of cases that it began under.' })
  listVersion!: number;

  @Field(() => DateTimeScalar, { description: 'Where its clock stands: it goes by `moveConformanceClock` only.' })
  clockAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was started.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;
}

export const ConformanceRunConnection = connectionOf(ConformanceRun, 'ConformanceRun');

@ObjectType({ description: 'A case in a run.' })
export class ConformanceCaseResult extends ConformanceCase {
  @Field(() => Boolean, { description: 'Whether it passed.' })
  passed!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it passed.' })
  passedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Number of the call of the run by which it passed.' })
  passedBy!: number | null;

  @Field(() => SubmissionFormEnum, { nullable: true, description: 'Form of the submission by which it passed.' })
  passedIn!: SubmissionForm | null;
}

@ObjectType({ description: 'A system of a run, with its one meter. It exists in this run alone.' })
export class ConformanceSystem {
  @Field(() => ID, { description: 'PTS id by which it is reported in this run.' })
  ptsId!: string;

  @Field(() => String, { description: 'Its metering point.' })
  meterLabel!: string;

  @Field(() => DecimalScalar, { description: 'Nameplate capacity in kW.' })
  capacityKw!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read last before the run; null: never.' })
  readAt!: Date | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What its meter showed then, in kWh.' })
  valueKwh!: string | null;

  @Field(() => String, { description: 'What is special about it.' })
  note!: string;
}

export const ConformanceSystemConnection = connectionOf(ConformanceSystem, 'ConformanceSystem');

@ObjectType({ description: 'The receipt of a submission in a run.' })
export class ConformanceCall {
  @Field(() => ID, { description: 'Identifies the call.' })
  id!: string;

  @Field(() => Int, { description: 'Its number in the run.' })
  sequence!: number;

  @Field(() => String, { description: 'The `idempotencyKey` that it was sent under.' })
  key!: string;

  @Field(() => SubmissionFormEnum, { description: 'What its rows came in.' })
  form!: SubmissionForm;

  @Field(() => ID, { nullable: true, description: 'The upload that it was (`upload`); null: it was no file.' })
  uploadId!: string | null;

  @Field(() => DateTimeScalar, { description: 'Where the clock of the run stood.' })
  clockAt!: Date;

  @Field(() => Int, { description: 'Rows stored, the superseding ones among them.' })
  accepted!: number;

  @Field(() => Int, { description: 'Of those stored: rows that took the place of a reading in force.' })
  superseded!: number;

  @Field(() => Int, { description: 'Rows that were in force already.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows not stored.' })
  refused!: number;

  @Field(() => String, { description: 'Shown here alone: sent back, it tells that the receipt was read.' })
  receiptCode!: string;
}
