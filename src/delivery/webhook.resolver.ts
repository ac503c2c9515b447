import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { where } from '../platform/sql.js';
import { createWebhook } from './create-webhook.js';
import { WebhookEntity, type WebhookRow } from './delivery.entity.js';
import { endWebhook } from './end-webhook.js';
import { webhookIsVisible } from './find-webhook.js';
import { attemptsOf, cursorOfWebhook, type DeliveryRecord, deliveriesOf, listWebhooks } from './list-webhooks.js';
import { pauseWebhook } from './pause-webhook.js';
import { redeliverWebhook } from './redeliver-webhook.js';
import { resumeWebhook } from './resume-webhook.js';
import { rotateWebhookSecret } from './rotate-webhook-secret.js';
import { newWebhookSecret, secretText } from './signature.js';
import { testWebhook } from './test-webhook.js';
import { updateWebhook } from './update-webhook.js';
import {
  CreateWebhookInput,
  RedeliverWebhookInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
  WebhookInput,
} from './webhook.input.js';
import { WebhookDeliveryPayload, WebhookPayload, WebhookSecretPayload } from './webhook.payload.js';
import {
  Webhook,
  WebhookAttempt,
  WebhookConnection,
  WebhookDelivery,
  WebhookDeliveryConnection,
} from './webhook.type.js';

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    description: 'Webhooks of your organisation whose account has no kind that yours lacks, the latest first.',
  })
  webhooks(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listWebhooks(em, actor, page);
  }

  @Query(() => Webhook, {
    nullable: true,
    description: 'A webhook by its id; null when there is none that you may see.',
  })
  webhook(@Arg('id', () => ID, { description: 'The webhook.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return em.findOne(WebhookEntity, { $and: [{ id }, where(alias => webhookIsVisible(actor, alias))] });
  }

  @FieldResolver(() => String)
  cursor(@Root() webhook: WebhookRow, @Ctx() context: AccountContext) {
    return cursorOfWebhook(context, webhook);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: 'Its log: what was and is to be posted, the latest first.',
  })
  deliveries(@Root() { id }: WebhookRow, @Args(() => PageArgs) page: PageArgs, @Ctx() context: AccountContext) {
    return deliveriesOf(context, id, page);
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      'Makes a webhook: changes that your account may see are posted to an address, signed, in order, at least once. The secret is shown this once. Refusals: BAD_USER_INPUT (an address that nothing is posted to), CONFLICT (10 webhooks of your organisation), CURSOR_EXPIRED.',
  })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'The webhook.' }) input: CreateWebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const secret = newWebhookSecret();
    const made = await perform(context, { mutation: 'createWebhook', input, ...args }, verb =>
      createWebhook(verb, input, secret),
    );
    return { ...made, secret: made.replayed || made.dryRun ? null : secretText(secret) };
  }

  @Mutation(() => WebhookPayload, {
    description:
      'Changes address, description or kinds of a webhook of your organisation, from the next delivery on. Refusals: NOT_FOUND, BAD_USER_INPUT, CONFLICT (ended).',
  })
  updateWebhook(
    @Arg('input', () => UpdateWebhookInput, { description: 'What is to change.' }) input: UpdateWebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'updateWebhook', input, ...args }, verb => updateWebhook(verb, input));
  }

  @Mutation(() => WebhookPayload, {
    description:
      'Stops posting to a webhook of your organisation until it is resumed; its place in the feed stays. Refusals: NOT_FOUND, CONFLICT (ended).',
  })
  pauseWebhook(
    @Arg('input', () => WebhookInput, { description: 'The webhook.' }) input: WebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'pauseWebhook', input, ...args }, verb => pauseWebhook(verb, input));
  }

  @Mutation(() => WebhookPayload, {
    description:
      'Goes on posting to a webhook that was paused or suspended: first what could not be delivered, then all that happened since. Refusals: NOT_FOUND, CONFLICT (ended).',
  })
  resumeWebhook(
    @Arg('input', () => WebhookInput, { description: 'The webhook.' }) input: WebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'resumeWebhook', input, ...args }, verb => resumeWebhook(verb, input));
  }

  @Mutation(() => WebhookPayload, {
    description: 'Ends a webhook of your organisation for ever. Refusals: NOT_FOUND, CONFLICT (ended).',
  })
  endWebhook(
    @Arg('input', () => WebhookInput, { description: 'The webhook.' }) input: WebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'endWebhook', input, ...args }, verb => endWebhook(verb, input));
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      'Gives a webhook of your organisation a new secret, shown this once. For the hours that you name posts are signed with both; of three the oldest ends at once. Refusals: NOT_FOUND, BAD_USER_INPUT, CONFLICT (ended).',
  })
  async rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput, { description: 'The webhook.' }) input: RotateWebhookSecretInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const secret = newWebhookSecret();
    const made = await perform(context, { mutation: 'rotateWebhookSecret', input, ...args }, verb =>
      rotateWebhookSecret(verb, input, secret),
    );
    return { ...made, secret: made.replayed || made.dryRun ? null : secretText(secret) };
  }

  @Mutation(() => WebhookDeliveryPayload, {
    description:
      'Has a post without changes sent to a webhook of your organisation, once, also while it is paused; its log says what came of it. Refusals: NOT_FOUND, CONFLICT (ended).',
  })
  testWebhook(
    @Arg('input', () => WebhookInput, { description: 'The webhook.' }) input: WebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'testWebhook', input, ...args }, verb => testWebhook(verb, input));
  }

  @Mutation(() => WebhookDeliveryPayload, {
    description:
      'Has a delivery to a webhook of your organisation posted again at once, word for word, under its id. Refusals: NOT_FOUND, CONFLICT (the webhook has ended).',
  })
  redeliverWebhook(
    @Arg('input', () => RedeliverWebhookInput, { description: 'The delivery.' }) input: RedeliverWebhookInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'redeliverWebhook', input, ...args }, verb => redeliverWebhook(verb, input));
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @FieldResolver(() => [WebhookAttempt])
  attempts(@Root() { id }: DeliveryRecord, @Ctx() context: AccountContext) {
    return attemptsOf(context, id);
  }
}
