import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import {
  adjustedMwhColumn,
  factorColumn,
  kwhColumn,
  monthColumn,
  mwhColumn,
  reportedMwhColumn,
  summedKwhColumn,
} from '../boundary/columns.js';
import { programs } from '../domain/program.js';

/** A quarter on its way: reported (begun, frozen), then issued (begun, completed); each once. */
export const IssuanceRunEntity = defineEntity({
  name: 'IssuanceRun',
  tableName: 'issuance_run',
  properties: {
    id: p.bigint('string').primary(),
    quarter: p.text(),
    reportedAt: p.datetime(),
    reportedBy: p.bigint('string'),
    reportReason: p.text(),
    frozenAt: p.datetime().nullable(),
    issuedAt: p.datetime().nullable(),
    issuedBy: p.bigint('string').nullable(),
    reason: p.text().nullable(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    completedAt: p.datetime().nullable(),
  },
});
export type IssuanceRunRow = InferEntity<typeof IssuanceRunEntity>;

/** Every step from kWh to certificates of an asset, programme and month. */
export const IssuanceEntity = defineEntity({
  name: 'Issuance',
  tableName: 'issuance',
  properties: {
    id: p.bigint('string').primary(),
    runId: p.bigint('string'),
    assetId: p.bigint('string'),
    unitSequence: p.bigint('string'),
    program: p.enum(programs),
    month: p.type(monthColumn),
    revision: p.integer().default(1),
    replacesId: p.bigint('string').nullable(),
    gisAccountId: p.bigint('string'),
    process: p.enum(['WHOLE_MWH', 'WHOLE_KWH']),
    openingPtsCarryKwh: p.type(summedKwhColumn),
    openingGisCarryMwh: p.type(adjustedMwhColumn),
    productionKwh: p.type(summedKwhColumn),
    reportedMwh: p.type(reportedMwhColumn),
    eligibleMwh: p.type(mwhColumn),
    adjustmentMwh: p.type(adjustedMwhColumn).default('0'),
    minted: p.integer(),
    retiredRemainderMwh: p.type(mwhColumn),
    closingPtsCarryKwh: p.type(summedKwhColumn),
    closingGisCarryMwh: p.type(adjustedMwhColumn),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type IssuanceRow = InferEntity<typeof IssuanceEntity>;

/** The step of one factor within an issuance. */
export const IssuanceFactorEntity = defineEntity({
  name: 'IssuanceFactor',
  tableName: 'issuance_factor',
  properties: {
    issuanceId: p.bigint('string').primary(),
    srecFactor: p.type(factorColumn).primary(),
    openingPtsCarryKwh: p.type(summedKwhColumn),
    productionKwh: p.type(summedKwhColumn),
    reportedMwh: p.type(reportedMwhColumn),
    eligibleMwh: p.type(mwhColumn),
    closingPtsCarryKwh: p.type(summedKwhColumn),
    deferredKwh: p.type(summedKwhColumn).default('0'),
  },
});
export type IssuanceFactorRow = InferEntity<typeof IssuanceFactorEntity>;

/** The step of one system within an issuance; reported and eligible are null where whole MWh are taken per factor. */
export const IssuanceSystemEntity = defineEntity({
  name: 'IssuanceSystem',
  tableName: 'issuance_system',
  properties: {
    issuanceId: p.bigint('string').primary(),
    systemId: p.bigint('string').primary(),
    srecFactor: p.type(factorColumn),
    eligibleKwh: p.type(summedKwhColumn),
    carriedInKwh: p.type(summedKwhColumn),
    reportedMwh: p.type(reportedMwhColumn).nullable(),
    eligibleMwh: p.type(mwhColumn).nullable(),
  },
});
export type IssuanceSystemRow = InferEntity<typeof IssuanceSystemEntity>;

/** That a reading was used for a month of issuance: once in each revision. */
export const ReadingUseEntity = defineEntity({
  name: 'ReadingUse',
  tableName: 'reading_use',
  properties: {
    month: p.type(monthColumn).primary(),
    readingMonth: p.type(monthColumn).primary(),
    readingId: p.bigint('string').primary(),
    revision: p.integer().primary(),
    systemId: p.bigint('string'),
    issuanceId: p.bigint('string'),
    productionKwh: p.type(kwhColumn),
    eligibleKwh: p.type(kwhColumn),
  },
});
export type ReadingUseRow = InferEntity<typeof ReadingUseEntity>;
