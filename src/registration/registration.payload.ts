import { Field, ID, ObjectType } from 'type-graphql';
import type { RequestState } from '../domain/request-steps.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { RequestPayload, RequestStateEnum } from '../request/request.type.js';

@ObjectType({ implements: MutationPayload, description: 'The application made.' })
export class ApplyForRegistrationPayload extends MutationPayload {
  @Field(() => ID, { description: 'Id of the request. In a dry run the id is not kept.' })
  requestId!: string;

  @Field(() => RequestStateEnum, { description: 'Where it stands now.' })
  state!: RequestState;

  @Field(() => String, {
    nullable: true,
    description:
      'By it `registrationStatus` tells where the application stands. Shown this once; null in a dry run and on a retry, since only its hash is kept.',
  })
  receipt!: string | null;
}

@ObjectType({ implements: MutationPayload, description: 'The application, carried out.' })
export class ApproveRegistrationPayload extends RequestPayload {
  @Field(() => ID, {
    description: 'The account, found by its e-mail address or opened. Make a credential for it next.',
  })
  accountId!: string;

  @Field(() => ID, { nullable: true, description: 'PTS id of the system; null: only an account was asked for.' })
  ptsId!: string | null;
}
