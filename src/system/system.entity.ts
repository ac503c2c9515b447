import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { kwColumn, kwhColumn, localDateColumn, whoAndWhen } from '../boundary/columns.js';
import { technologies } from './technology.js';

/** A renewable-energy system. */
export const SystemEntity = defineEntity({
  name: 'System',
  tableName: 'system',
  properties: {
    id: p.bigint('string').primary(),
    ptsId: p.text(),
    name: p.text(),
    technology: p.enum(technologies),
    capacityKw: p.type(kwColumn),
    facilityType: p.text().nullable(),
    streetAddress: p.text().nullable(),
    town: p.text(),
    state: p.text().default('MA'),
    zip: p.text().nullable(),
    utility: p.text().nullable(),
    installer: p.text().nullable(),
    commercialOperationOn: p.type(localDateColumn).nullable(),
    massachusettsFunded: p.boolean().default(false),
    estimatedAnnualKwh: p.type(kwhColumn).nullable(),
    sourceKey: p.text().nullable(),
    sourceHash: p.blob().nullable(),
    ...whoAndWhen,
  },
});
export type SystemRow = InferEntity<typeof SystemEntity>;
