import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { accuracyColumn, byWhomAndWhen, kwhColumn, localDateColumn, whoAndWhen } from '../boundary/columns.js';

/** A metering point of a system. Its device may be replaced; the point stays. */
export const MeterEntity = defineEntity({
  name: 'Meter',
  tableName: 'meter',
  properties: {
    id: p.bigint('string').primary(),
    systemId: p.bigint('string'),
    label: p.text(),
    serialNumber: p.text().nullable(),
    accuracyPercent: p.type(accuracyColumn).nullable(),
    modelId: p.bigint('string').nullable(),
    registerDigits: p.integer().nullable(),
    initialValueKwh: p.type(kwhColumn),
    installedOn: p.type(localDateColumn),
    ...whoAndWhen,
  },
});
export type MeterRow = InferEntity<typeof MeterEntity>;

/** The old device's last value and the new one's first: append-only. */
export const MeterReplacementEntity = defineEntity({
  name: 'MeterReplacement',
  tableName: 'meter_replacement',
  properties: {
    id: p.bigint('string').primary(),
    meterId: p.bigint('string'),
    replacedAt: p.datetime(),
    oldFinalKwh: p.type(kwhColumn),
    newInitialKwh: p.type(kwhColumn),
    newSerialNumber: p.text().nullable(),
    newRegisterDigits: p.integer().nullable(),
    newAccuracyPercent: p.type(accuracyColumn).nullable(),
    reason: p.text(),
    ...byWhomAndWhen,
  },
});
export type MeterReplacementRow = InferEntity<typeof MeterReplacementEntity>;
