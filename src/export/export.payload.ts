import { Field, ID, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';

@ObjectType({ implements: MutationPayload, description: 'The export.' })
export class ExportPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id: ask `export` how far it is, then fetch `GET /exports/<id>`.' })
  exportId!: string;
}
