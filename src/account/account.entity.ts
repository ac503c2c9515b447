import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { whoAndWhen } from '../boundary/columns.js';
import type { AccountKind } from '../domain/account-kind.js';

/** Somebody who may ask: a person or a program acting for an organisation. */
export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    name: p.text(),
    email: p.text().nullable(),
    kinds: p.array<AccountKind>(kind => kind as AccountKind),
    ...whoAndWhen,
  },
});
export type AccountRow = InferEntity<typeof AccountEntity>;
