import { Field, ID, ObjectType } from 'type-graphql';
import { MutationPayload } from '../platform/mutation.type.js';
import type { WebhookState } from './delivery.entity.js';
import { WebhookStateEnum } from './webhook.type.js';

@ObjectType({ implements: MutationPayload, description: 'The webhook, as it is now.' })
export class WebhookPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id of a new one is not kept.' })
  webhookId!: string;

  @Field(() => WebhookStateEnum, { description: 'Whether anything is posted to it.' })
  state!: WebhookState;
}

@ObjectType({ implements: MutationPayload, description: 'The webhook, and its new secret.' })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The secret to verify posts with: `whsec_` and base64, as Standard Webhooks writes it. Shown this once; null in a dry run and on a retry.',
  })
  secret!: string | null;
}

@ObjectType({ implements: MutationPayload, description: 'The webhook, and the delivery that is due now.' })
export class WebhookDeliveryPayload extends WebhookPayload {
  @Field(() => ID, { description: 'The delivery: its log says what came of it.' })
  deliveryId!: string;
}
