import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { DocumentPurpose } from '../request/request.entity.js';
import { EvidenceInput } from '../request/request.type.js';

@InputType({ description: 'Which models of meters; every condition given must hold.' })
export class MeterModelFilter {
  @Field(() => String, { nullable: true, description: 'Only of this manufacturer, spelled as on the list.' })
  manufacturer?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Only with an error of at most so many percent.' })
  maximumAccuracyPercent?: Decimal | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only what was approved on this day.' })
  approvedOn?: LocalDate | null;
}

@InputType({ description: 'An application for the approval of a model of meter.' })
export class ApplyForMeterModelInput {
  @Field(() => String, { description: 'Manufacturer, at most 200 characters.' })
  manufacturer!: string;

  @Field(() => String, { description: 'Model, as its maker calls it, at most 200 characters.' })
  model!: string;

  @Field(() => DecimalScalar, {
    description: 'Accuracy in percent (0.5 for plus or minus 0.5 %), above 0, at most 5, at most two decimals.',
  })
  accuracyPercent!: Decimal;

  @Field(() => String, {
    nullable: true,
    description: 'Standard that it meets, e.g. `ANSI C12.20-2010`, at most 200 characters.',
  })
  standard?: string | null;

  @Field(() => ID, { nullable: true, description: 'The draft that this takes the place of.' })
  draftId?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'false: it stays a draft, which only your organisation sees.',
  })
  submit!: boolean;

  @Field(() => [EvidenceInput], { defaultValue: [], description: 'Documents; to submit it takes a TEST_REPORT.' })
  evidence!: { readonly documentId: string; readonly purpose: DocumentPurpose }[];

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'The approval of a model of meter that was applied for.' })
export class ApproveMeterModelInput {
  @Field(() => ID, { description: 'The application.' })
  requestId!: string;

  @Field(() => DateScalar, { description: 'First day of the approval.' })
  approvedOn!: LocalDate;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'The end of the approval of a model of meter.' })
export class RevokeMeterModelInput {
  @Field(() => ID, { description: 'The model.' })
  meterModelId!: string;

  @Field(() => DateScalar, {
    description: 'First day on which it is no longer approved; later than that of the approval.',
  })
  revokedOn!: LocalDate;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
