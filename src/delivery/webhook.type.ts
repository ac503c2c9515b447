import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import { ChangeKindEnum } from './change.type.js';
import {
  type DeliveryKind,
  type DeliveryState,
  deliveryKinds,
  deliveryStates,
  type WebhookRow,
  type WebhookState,
  webhookStates,
} from './delivery.entity.js';

export const WebhookStateEnum = enumOf(webhookStates);
registerEnumType(WebhookStateEnum, {
  name: 'WebhookState',
  description: 'Whether anything is posted to a webhook.',
  valuesConfig: {
    ACTIVE: { description: 'Changes are posted as they happen.' },
    PAUSED: { description: 'You paused it; nothing is lost, and it goes on when it is resumed.' },
    SUSPENDED: { description: 'The PTS stopped it; `suspendedBecause` says why. Mend the cause, then resume it.' },
    ENDED: { description: 'It has ended for ever.' },
  },
});

const deliveryKindEnum = enumOf(deliveryKinds);
registerEnumType(deliveryKindEnum, {
  name: 'WebhookDeliveryKind',
  description: 'What is posted.',
  valuesConfig: {
    CHANGES: { description: 'Changes, at most 100, in the order of `changes`.' },
    PING: { description: 'A test without changes.' },
  },
});

const deliveryStateEnum = enumOf(deliveryStates);
registerEnumType(deliveryStateEnum, {
  name: 'WebhookDeliveryState',
  description: 'How far a delivery has come.',
  valuesConfig: {
    PENDING: { description: 'It waits for its first or next try.' },
    DELIVERED: { description: 'The receiver answered with a status of 200 to 299.' },
    FAILED: { description: 'It is not tried any more by itself.' },
  },
});

@ObjectType({ description: 'One try to post a delivery. Kept for 30 days.' })
export class WebhookAttempt {
  @Field(() => Int, { description: 'Which try it was, from 1.' })
  attempt!: number;

  @Field(() => DateTimeScalar, { description: 'When it began: real time, also in a sandbox.' })
  attemptedAt!: Date;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null: none came.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why no answer came.' })
  error!: string | null;

  @Field(() => String, { nullable: true, description: 'The first 1,024 bytes of the answer.' })
  response!: string | null;
}

@ObjectType({ description: 'What is posted to a webhook at once. Kept for 30 days after it is through.' })
export class WebhookDelivery {
  @Field(() => ID, { description: 'Its id: the header `webhook-id`, the same at every try.' })
  id!: string;

  @Field(() => deliveryKindEnum, { description: 'Changes, or a test.' })
  kind!: DeliveryKind;

  @Field(() => deliveryStateEnum, { description: 'How far it has come.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How many changes are in it.' })
  changes!: number;

  @Field(() => Int, { description: 'Tries since it was made, or since the webhook was resumed.' })
  tries!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried next: real time; null: not by itself.',
  })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was made: real time, also in a sandbox.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was delivered first: real time.' })
  deliveredAt!: Date | null;

  @Field(() => [WebhookAttempt], { description: 'The latest 20 tries, the last one first.' })
  attempts!: WebhookAttempt[];
}
export const WebhookDeliveryConnection = connectionOf(WebhookDelivery, 'WebhookDelivery');

@ObjectType({ description: 'An address to which changes are posted, with the rights of the account that made it.' })
export class Webhook
  implements Pick<WebhookRow, 'id' | 'url' | 'description' | 'kinds' | 'state' | 'suspendedBecause' | 'createdAt'>
{
  @Field(() => ID, { description: 'Identifies the webhook.' })
  id!: string;

  @Field(() => String, { description: 'Where changes are posted to.' })
  url!: string;

  @Field(() => String, { description: 'What it is for, in the words of who made it.' })
  description!: string;

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'Only changes of these kinds; null: of all.' })
  kinds!: string[] | null;

  @Field(() => WebhookStateEnum, { description: 'Whether anything is posted to it.' })
  state!: WebhookState;

  @Field(() => String, { nullable: true, description: 'Why the PTS stopped it.' })
  suspendedBecause!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => String, {
    description: 'How far deliveries have been made: a cursor of `changes`, to go on from by asking.',
  })
  cursor!: string;
}
export const WebhookConnection = connectionOf(Webhook, 'Webhook');
