import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { whoAndWhen } from '../boundary/columns.js';
import type { CredentialScope } from '../domain/credential-scope.js';

/** A credential of an account. Only a hash of its secret is kept. */
export const ApiCredentialEntity = defineEntity({
  name: 'ApiCredential',
  tableName: 'api_credential',
  properties: {
    id: p.bigint('string').primary(),
    accountId: p.bigint('string'),
    label: p.text(),
    scopes: p.array<CredentialScope>(scope => scope as CredentialScope).defaultRaw("'{READ,REPORT,WRITE,CREDENTIALS}'"),
    secretHash: p.blob(),
    ...whoAndWhen,
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type ApiCredentialRow = InferEntity<typeof ApiCredentialEntity>;

/** When a credential was last used, to the minute: a table of its own, since it says nothing of what was decided. */
export const ApiCredentialUseEntity = defineEntity({
  name: 'ApiCredentialUse',
  tableName: 'api_credential_use',
  properties: {
    credentialId: p.bigint('string').primary(),
    lastUsedAt: p.datetime(),
  },
});
export type ApiCredentialUseRow = InferEntity<typeof ApiCredentialUseEntity>;
