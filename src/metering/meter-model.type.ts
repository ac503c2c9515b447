import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { RequestPayload } from '../request/request.type.js';
import type { MeterModelRow } from './meter-model.entity.js';
import type { MeterModelContent } from './meter-model-content.js';

@ObjectType({ description: 'A model of meter that is, or was, approved for SREC systems.' })
export class MeterModel
  implements
    Pick<
      MeterModelRow,
      | 'id'
      | 'manufacturer'
      | 'model'
      | 'accuracyPercent'
      | 'standard'
      | 'approvedOn'
      | 'revokedOn'
      | 'revocationReason'
      | 'source'
    >
{
  @Field(() => ID, { description: 'Identifies the model.' })
  id!: string;

  @Field(() => String, { description: 'Manufacturer.' })
  manufacturer!: string;

  @Field(() => String, { description: 'Model.' })
  model!: string;

  @Field(() => DecimalScalar, { description: 'Accuracy in percent: 0.5 for plus or minus 0.5 %.' })
  accuracyPercent!: string;

  @Field(() => String, { nullable: true, description: 'Standard that it meets.' })
  standard!: string | null;

  @Field(() => DateScalar, { description: 'First day of the approval.' })
  approvedOn!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it is no longer approved.' })
  revokedOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why it is no longer approved.' })
  revocationReason!: string | null;

  @Field(() => String, { description: 'What the approval rests on.' })
  source!: string;
}

export const MeterModelConnection = connectionOf(MeterModel, 'MeterModel');

@ObjectType({ description: 'An application for the approval of a model of meter.' })
export class MeterModelApplication
  implements Pick<MeterModelContent, 'manufacturer' | 'model' | 'accuracyPercent' | 'standard'>
{
  @Field(() => String, { description: 'Manufacturer.' })
  manufacturer!: string;

  @Field(() => String, { description: 'Model.' })
  model!: string;

  @Field(() => DecimalScalar, { description: 'Accuracy in percent.' })
  accuracyPercent!: string;

  @Field(() => String, { nullable: true, description: 'Standard that it meets.' })
  standard!: string | null;
}

@ObjectType({ implements: MutationPayload, description: 'The application approved, and the model.' })
export class ApproveMeterModelPayload extends RequestPayload {
  @Field(() => ID, { description: 'The model. In a dry run the id is not kept.' })
  meterModelId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The approval that was ended.' })
export class RevokeMeterModelPayload extends MutationPayload {
  @Field(() => ID, { description: 'The model that it was of.' })
  meterModelId!: string;
}
