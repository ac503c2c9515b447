import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { accuracyColumn, localDateColumn, whoAndWhen } from '../boundary/columns.js';

/** A model of meter that is approved for SREC systems, with its accuracy class. */
export const MeterModelEntity = defineEntity({
  name: 'MeterModel',
  tableName: 'meter_model',
  properties: {
    id: p.bigint('string').primary(),
    manufacturer: p.text(),
    model: p.text(),
    accuracyPercent: p.type(accuracyColumn),
    standard: p.text().nullable(),
    approvedOn: p.type(localDateColumn),
    revokedOn: p.type(localDateColumn).nullable(),
    revocationReason: p.text().nullable(),
    source: p.text(),
    requestId: p.bigint('string').nullable(),
    ...whoAndWhen,
    revokedBy: p.bigint('string').nullable(),
  },
});
export type MeterModelRow = InferEntity<typeof MeterModelEntity>;
