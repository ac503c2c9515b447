import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a mutation was asked under a key, and what it answered. */
export const IdempotentRequestEntity = defineEntity({
  name: 'IdempotentRequest',
  tableName: 'idempotent_request',
  properties: {
    accountId: p.bigint('string').primary(),
    key: p.text().primary(),
    mutation: p.text(),
    contentHash: p.blob(),
    outcome: p.json<unknown>().nullable(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type IdempotentRequestRow = InferEntity<typeof IdempotentRequestEntity>;
