import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { kwhColumn, monthColumn } from '../boundary/columns.js';

/** A cumulative meter value as it was submitted: partitioned by month, append-only but for being superseded once. */
export const ReadingEntity = defineEntity({
  name: 'Reading',
  tableName: 'reading',
  properties: {
    month: p.type(monthColumn).primary(),
    id: p.bigint('string').primary(),
    meterId: p.bigint('string'),
    systemId: p.bigint('string'),
    readAt: p.datetime(),
    valueKwh: p.type(kwhColumn),
    differenceKwh: p.type(kwhColumn),
    productionKwh: p.type(kwhColumn),
    estimated: p.boolean(),
    channel: p.enum(['MANUAL', 'AUTOMATED']),
    flags: p.array(),
    submittedAt: p.datetime(),
    submittedBy: p.bigint('string'),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    supersededAt: p.datetime().nullable(),
    supersededBy: p.bigint('string').nullable(),
    correctionId: p.bigint('string').nullable(),
  },
});
export type ReadingRecord = InferEntity<typeof ReadingEntity>;

/** What a reading over missed months gives to one of them: append-only. */
export const EstimatedShareEntity = defineEntity({
  name: 'EstimatedShare',
  tableName: 'estimated_share',
  properties: {
    month: p.type(monthColumn).primary(),
    readingMonth: p.type(monthColumn).primary(),
    readingId: p.bigint('string').primary(),
    systemId: p.bigint('string'),
    productionKwh: p.type(kwhColumn),
    forfeited: p.boolean(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type EstimatedShareRow = InferEntity<typeof EstimatedShareEntity>;
