import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The document filed.' })
export class FileDocumentPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  documentId!: string;

  @Field(() => String, { description: 'SHA-256 of its content, 64 hexadecimal digits: compare it with your file.' })
  sha256!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  byteLength!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The version published.' })
export class PublishProgramDocumentPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  versionId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The acceptance recorded.' })
export class AcceptTermsPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  acceptanceId!: string;

  @Field(() => ID, { description: 'The organisation that accepted.' })
  organisationId!: string;
}
