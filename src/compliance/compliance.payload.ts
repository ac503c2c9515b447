import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';
import type { FilingState } from './compliance.entity.js';
import { FilingStateEnum } from './compliance.type.js';

@ObjectType({ implements: MutationPayload, description: 'The supplier registered.' })
export class RegisterSupplierPayload extends MutationPayload {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The load entered.' })
export class EnterSupplierLoadPayload extends MutationPayload {
  @Field(() => ID, { description: 'The supplier.' })
  organisationId!: string;

  @Field(() => Int, { description: 'Rows entered.' })
  entered!: number;

  @Field(() => Int, { description: 'Rows of which one took the place.' })
  superseded!: number;
}

@ObjectType({ implements: MutationPayload, description: 'The filing, as it is now.' })
export class FilingPayload extends MutationPayload {
  @Field(() => ID, { description: 'The filing.' })
  filingId!: string;

  @Field(() => FilingStateEnum, { description: 'Its state.' })
  state!: FilingState;

  @Field(() => Boolean, { description: 'true: it was submitted after it was due.' })
  late!: boolean;
}
