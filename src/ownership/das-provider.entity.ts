import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { localDateColumn } from '../boundary/columns.js';

/** An organisation that MassCEC approved as a Data Acquisition System provider: what it reports is automated reporting. */
export const DasProviderEntity = defineEntity({
  name: 'DasProvider',
  tableName: 'das_provider',
  properties: {
    organisationId: p.bigint('string').primary(),
    approvedOn: p.type(localDateColumn),
    revokedOn: p.type(localDateColumn).nullable(),
    reason: p.text(),
    createdAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    createdBy: p.bigint('string').nullable(),
  },
});
export type DasProviderRow = InferEntity<typeof DasProviderEntity>;
