import { Field, ID, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The GIS account opened.' })
export class CreateGisAccountPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  gisAccountId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The GIS asset entered or assigned.' })
export class GisAssetPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id at the GIS.' })
  gisId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The membership ended.' })
export class LeaveGisAssetPayload extends MutationPayload {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ID, { description: 'The asset that it left, by its id at the GIS.' })
  gisId!: string;
}

@ObjectType({ implements: MutationPayload, description: 'The membership made.' })
export class JoinGisAssetPayload extends MutationPayload {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ID, { description: 'The asset that it is in now.' })
  gisId!: string;

  @Field(() => ID, { nullable: true, description: 'The asset that it left, if any.' })
  leftGisId!: string | null;
}
