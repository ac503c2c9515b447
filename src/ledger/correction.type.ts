import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import {
  type AdjustmentKind,
  type AdjustmentRow,
  adjustmentKinds,
  type CorrectionKind,
  type CorrectionRow,
  correctionKinds,
} from './correction.entity.js';

export const CorrectionKindEnum = enumOf(correctionKinds);
registerEnumType(CorrectionKindEnum, {
  name: 'CorrectionKind',
  description: 'What staff decided on production that is on record.',
  valuesConfig: {
    READING: { description: 'A reading was corrected, or entered for a month that was missed.' },
    RELEASE: { description: 'Production that waited counts.' },
    DISMISSAL: { description: 'Production that waited is never issued.' },
  },
});

export const AdjustmentKindEnum = enumOf(adjustmentKinds);
registerEnumType(AdjustmentKindEnum, {
  name: 'AdjustmentKind',
  description: 'Where a debit or credit comes from.',
  valuesConfig: {
    PRIOR_PERIOD: { description: 'The difference of a month that could not be rolled back.' },
    DEFERRED: { description: 'The fraction that a rolled-back month leaves when it is issued anew.' },
  },
});

export const SettlementEnum = enumOf(['ROLLED_BACK', 'ADJUSTED']);
registerEnumType(SettlementEnum, {
  name: 'Settlement',
  description: 'How a reported month was brought in line.',
  valuesConfig: {
    ROLLED_BACK: { description: 'Its certificates lay untouched: they were rolled back and the month issued anew.' },
    ADJUSTED: { description: 'The difference goes into the next issuance of the asset, as a debit or credit.' },
  },
});

@ObjectType({ description: 'What became of a reported month whose production changed.' })
export class SettledMonth {
  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => SettlementEnum, { description: 'How it was settled.' })
  how!: 'ROLLED_BACK' | 'ADJUSTED';

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => DecimalScalar, { description: 'Change of the production of the system in kWh.' })
  productionKwh!: string;

  @Field(() => Int, { description: 'Change of the certificates at once.' })
  certificates!: number;

  @Field(() => DecimalScalar, {
    description: 'Debit (below zero) or credit against the next issuance in eligible MWh.',
  })
  adjustedMwh!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The reading corrected.' })
export class CorrectReadingPayload extends MutationPayload {
  @Field(() => ID, { description: 'Identifies the correction.' })
  correctionId!: string;

  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => [ID], { description: 'The readings stored: the corrected one, and the one after it when it changed.' })
  readingIds!: string[];

  @Field(() => [SettledMonth], { description: 'The reported months that changed; none while nothing was reported.' })
  settled!: SettledMonth[];
}

@ObjectType({ implements: MutationPayload, description: 'The decision on production that waited.' })
export class DecideProductionPayload extends MutationPayload {
  @Field(() => ID, { description: 'Identifies the decision.' })
  correctionId!: string;

  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: Month;

  @Field(() => DecimalScalar, { description: 'The production decided on in kWh.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'Credit against the next issuance in eligible MWh; 0 when dismissed.' })
  adjustedMwh!: string;
}

@ObjectType({ description: 'A decision of staff on production that is on record.' })
export class Correction implements Pick<CorrectionRow, 'id' | 'kind' | 'reason' | 'occurredAt' | 'recordedAt'> {
  @Field(() => ID, { description: 'Identifies the correction.' })
  id!: string;

  @Field(() => CorrectionKindEnum, { description: 'What was decided.' })
  kind!: CorrectionKind;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'A debit (below zero) or credit against the next issuance of an asset and programme.' })
export class Adjustment
  implements
    Pick<
      AdjustmentRow,
      | 'id'
      | 'kind'
      | 'program'
      | 'month'
      | 'srecFactor'
      | 'productionKwh'
      | 'reportedMwh'
      | 'eligibleMwh'
      | 'occurredAt'
    >
{
  @Field(() => ID, { description: 'Identifies the adjustment.' })
  id!: string;

  @Field(() => AdjustmentKindEnum, { description: 'Where it comes from.' })
  kind!: AdjustmentKind;

  @Field(() => ProgramEnum, { description: 'The programme.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'The month whose production it is about.' })
  month!: Month;

  @Field(() => DecimalScalar, { description: 'Factor of the system.' })
  srecFactor!: string;

  @Field(() => DecimalScalar, { description: 'Change of the production in kWh.' })
  productionKwh!: string;

  @Field(() => DecimalScalar, { description: 'What would have been reported more (or less) in MWh.' })
  reportedMwh!: string;

  @Field(() => DecimalScalar, { description: 'What of it is eligible: the debit or credit in MWh.' })
  eligibleMwh!: string;

  @Field(() => String, { description: 'Why, as stated with the correction.' })
  reason!: string;

  @Field(() => MonthScalar, { nullable: true, description: 'Month of the issuance that it went into; null: not yet.' })
  appliedIn!: Month | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  occurredAt!: Date;
}

export const AdjustmentConnection = connectionOf(Adjustment, 'Adjustment');
