import 'reflect-metadata';
import { ArgsType, Field, InterfaceType } from 'type-graphql';

/** What every mutation takes beside its input. */
@ArgsType()
export class MutationArgs {
  @Field(() => String, {
    description:
      'Your name for this request, at most 200 characters. A retry with the same key and content returns the stored result; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED). An optional field that is null and one that is left out are other content.',
  })
  idempotencyKey!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: everything is checked and computed, nothing is kept.',
  })
  dryRun!: boolean;
}

/** What every mutation says beside its outcome. */
@InterfaceType({ description: 'What every mutation says about itself.' })
export abstract class MutationPayload {
  @Field(() => Boolean, { description: 'true: this request was made before; the stored result is returned.' })
  replayed!: boolean;

  @Field(() => Boolean, { description: 'true: nothing was kept.' })
  dryRun!: boolean;
}
