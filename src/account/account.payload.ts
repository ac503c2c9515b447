import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../boundary/scalars.js';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The organisation entered.' })
export class CreateOrganisationPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  organisationId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The account opened.' })
export class CreateAccountPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  accountId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The credential made.' })
export class CreateApiCredentialPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id: what it is revoked by.' })
  credentialId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret, to be sent as `Authorization: Bearer <secret>`. Shown this once; null in a dry run and on a retry, since only its hash is kept.',
  })
  secret!: string | null;
}

@ObjectType({ implements: MutationPayload, description: 'The credential made, beside the one in use.' })
export class RotateApiCredentialPayload extends CreateApiCredentialPayload {
  @Field(() => DateTimeScalar, { description: 'From when on it is refused.' })
  expiresAt!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The credential revoked.' })
export class RevokeApiCredentialPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id.' })
  credentialId!: string;
}
