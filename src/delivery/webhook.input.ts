import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeKindEnum } from './change.type.js';

@InputType({ description: 'Where changes are to be posted to.' })
export class CreateWebhookInput {
  @Field(() => String, {
    description:
      'The address, at most 500 characters. In production it begins with https:// and leads to a public address; a sandbox also posts to http:// and to the machine that it runs on.',
  })
  url!: string;

  @Field(() => String, { defaultValue: '', description: 'What it is for, in your words, at most 200 characters.' })
  description!: string;

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'Only changes of these kinds; absent or empty: all.' })
  kinds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of `changes` after which to begin; absent: with what happens from now on.',
  })
  after?: string | null;
}

@InputType({ description: 'What is to change of a webhook; what is absent stays.' })
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;

  @Field(() => String, { nullable: true, description: 'The new address.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'The new description.' })
  description?: string | null;

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'The new kinds; an empty list: all.' })
  kinds?: string[] | null;
}

@InputType({ description: 'A webhook.' })
export class WebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
}

@InputType({ description: 'A webhook that gets a new secret.' })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description: 'For how many hours posts are also signed with the secret before, 0 to 168.',
  })
  overlapHours!: number;
}

@InputType({ description: 'A delivery to be posted again.' })
export class RedeliverWebhookInput {
  @Field(() => ID, { description: 'The delivery.' })
  deliveryId!: string;
}
