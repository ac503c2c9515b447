import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { whoAndWhen } from '../boundary/columns.js';

/** A credential of an account. Only a hash of its secret is kept. */
export const ApiCredentialEntity = defineEntity({
  name: 'ApiCredential',
  tableName: 'api_credential',
  properties: {
    id: p.bigint('string').primary(),
    accountId: p.bigint('string'),
    label: p.text(),
    secretHash: p.blob(),
    ...whoAndWhen,
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type ApiCredentialRow = InferEntity<typeof ApiCredentialEntity>;
