import { Field, ID, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';
import { QualificationFlagEnum } from './qualification.type.js';
import type { QualificationFlag } from './qualification-flags.js';

@ObjectType({ implements: MutationPayload, description: 'The statement granted.' })
export class GrantQualificationPayload extends MutationPayload {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => String, { description: 'Last quarter of the opt-in term.' })
  lastEligibleQuarter!: string;

  @Field(() => [QualificationFlagEnum], { description: "What today's rules would not have given." })
  flags!: QualificationFlag[];
}
