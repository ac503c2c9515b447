import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { localDateColumn, whoAndWhen } from '../boundary/columns.js';

/** An organisation that MassCEC approved as a Data Acquisition System provider: what it reports is automated reporting. */
export const DasProviderEntity = defineEntity({
  name: 'DasProvider',
  tableName: 'das_provider',
  properties: {
    organisationId: p.bigint('string').primary(),
    approvedOn: p.type(localDateColumn),
    revokedOn: p.type(localDateColumn).nullable(),
    reason: p.text(),
    ...whoAndWhen,
  },
});
export type DasProviderRow = InferEntity<typeof DasProviderEntity>;
