import { Field, ID, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The system registered.' })
export class RegisterSystemPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its PTS id. In a dry run the id is not kept.' })
  ptsId!: string;
}
