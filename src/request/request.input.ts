import { Field, ID, InputType } from 'type-graphql';
import type { RequestKind, RequestState } from '../domain/request-steps.js';
import { RequestKindEnum, RequestStateEnum } from './request.type.js';

@InputType({ description: 'Which requests; every condition given must hold.' })
export class RequestFilter {
  @Field(() => [RequestKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: RequestKind[] | null;

  @Field(() => [RequestStateEnum], { nullable: true, description: 'Only in these states; the queue is SUBMITTED.' })
  states?: RequestState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only for the system of this PTS id.' })
  ptsId?: string | null;
}

@InputType({ description: 'A request to be taken back.' })
export class WithdrawRequestInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why, at most 2000 characters.' })
  reason!: string;
}

@InputType({ description: 'A request to be cancelled.' })
export class CancelRequestInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why, at most 2000 characters.' })
  reason!: string;
}

@InputType({ description: 'An application to be denied.' })
export class DenyRequestInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why, at most 2000 characters; whoever applied reads it.' })
  reason!: string;
}
