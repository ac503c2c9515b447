import { Field, ID, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The appointment made.' })
export class AppointPayload extends MutationPayload {
  @Field(() => [ID], { description: 'The appointments made: with the first system owner also the REC owner.' })
  roleIds!: string[];
}

@ObjectType({ implements: MutationPayload, description: 'The appointment that was ended.' })
export class EndRolePayload extends MutationPayload {
  @Field(() => ID, { description: 'The appointment.' })
  roleId!: string;

  @Field(() => ID, { description: 'The organisation that held it.' })
  organisationId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The approval given.' })
export class ApproveDasProviderPayload extends MutationPayload {
  @Field(() => ID, { description: 'The organisation approved.' })
  organisationId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The approval revoked.' })
export class RevokeDasProviderPayload extends MutationPayload {
  @Field(() => ID, { description: 'The organisation that it was of.' })
  organisationId!: string;
}
