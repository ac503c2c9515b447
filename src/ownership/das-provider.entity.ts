import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { localDateColumn, whoAndWhen } from '../boundary/columns.js';

/**
 * An organisation that MassCEC approved as a Data Acquisition System provider, from a day until a day: what it reports then is
 * automated reporting. The database keeps one approval per organisation and day.
 */
export const DasProviderEntity = defineEntity({
  name: 'DasProvider',
  tableName: 'das_provider',
  properties: {
    organisationId: p.bigint('string').primary(),
    approvedOn: p.type(localDateColumn).primary(),
    revokedOn: p.type(localDateColumn).nullable(),
    reason: p.text(),
    revocationReason: p.text().nullable(),
    requestId: p.bigint('string').nullable(),
    ...whoAndWhen,
    revokedBy: p.bigint('string').nullable(),
  },
});
export type DasProviderRow = InferEntity<typeof DasProviderEntity>;
