import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../boundary/scalars.js';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The run started.' })
export class StartConformanceRunPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  runId!: string;

  @Field(() => DateTimeScalar, { description: 'Where its clock stands.' })
  clockAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when on it takes no calls, by the clock of the PTS.' })
  closesAt!: Date;
}

@ObjectType({ implements: MutationPayload, description: 'The clock moved.' })
export class MoveConformanceClockPayload extends MutationPayload {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => DateTimeScalar, { description: 'Where its clock stands.' })
  clockAt!: Date;
}

@ObjectType({ implements: MutationPayload, description: 'The receipt confirmed.' })
export class ConfirmConformanceReceiptPayload extends MutationPayload {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field(() => ID, { description: 'The call whose receipt was read.' })
  callId!: string;
}
