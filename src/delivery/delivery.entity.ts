import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { monthColumn } from '../boundary/columns.js';

const xid = () => p.string().columnType('xid8');

/** Something that happened. Written by triggers alone, in the transaction in which it happened; append-only. */
export const ChangeEventEntity = defineEntity({
  name: 'ChangeEvent',
  tableName: 'change_event',
  properties: {
    epoch: p.integer().primary(),
    xid: xid().primary(),
    id: p.bigint('string').primary(),
    kind: p.text(),
    subjectId: p.bigint('string'),
    systemId: p.bigint('string').nullable(),
    month: p.type(monthColumn).nullable(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});

/** The databases in which the numbers of transactions mean something, in their order; the last is this one. */
export const ChangeEpochEntity = defineEntity({
  name: 'ChangeEpoch',
  tableName: 'change_epoch',
  properties: {
    epoch: p.integer().primary(),
    identity: p.text(),
    cursorKey: p.blob(),
    beganAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});

export const webhookStates = ['ACTIVE', 'PAUSED', 'SUSPENDED', 'ENDED'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** Where an organisation has changes posted to, with the rights of the account that made it, and how far that has come. */
export const WebhookEntity = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    accountId: p.bigint('string'),
    url: p.text(),
    description: p.text(),
    kinds: p.array<string>(kind => kind).nullable(),
    state: p.enum(webhookStates),
    suspendedBecause: p.text().nullable(),
    cursorEpoch: p.integer(),
    cursorXid: xid(),
    cursorId: p.bigint('string'),
    lease: p.uuid().nullable(),
    leasedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type WebhookRow = InferEntity<typeof WebhookEntity>;

/** A secret of a webhook, kept as it is: signatures are made with it. */
export const WebhookSecretEntity = defineEntity({
  name: 'WebhookSecret',
  tableName: 'webhook_secret',
  properties: {
    webhookId: p.bigint('string').primary(),
    generation: p.integer().primary(),
    secret: p.blob(),
    validUntil: p.datetime().nullable(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});

export const deliveryKinds = ['CHANGES', 'PING'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];
export const deliveryStates = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What is posted to a webhook, word for word, and until when it is tried. */
export const WebhookDeliveryEntity = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    id: p.bigint('string').primary(),
    webhookId: p.bigint('string'),
    kind: p.enum(deliveryKinds),
    state: p.enum(deliveryStates),
    body: p.text(),
    changes: p.integer(),
    afterEpoch: p.integer().nullable(),
    afterXid: xid().nullable(),
    afterId: p.bigint('string').nullable(),
    untilEpoch: p.integer().nullable(),
    untilXid: xid().nullable(),
    untilId: p.bigint('string').nullable(),
    tries: p.integer().default(0),
    dueAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    deliveredAt: p.datetime().nullable(),
  },
});

/** One try to post a delivery, and what came of it. */
export const WebhookAttemptEntity = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempt',
  properties: {
    deliveryId: p.bigint('string').primary(),
    attempt: p.integer().primary(),
    attemptedAt: p.datetime(),
    durationMs: p.integer(),
    status: p.integer().nullable(),
    error: p.text().nullable(),
    response: p.text().nullable(),
  },
});
