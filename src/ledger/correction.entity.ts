import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import {
  adjustedMwhColumn,
  factorColumn,
  kwhColumn,
  monthColumn,
  reportedMwhColumn,
  summedKwhColumn,
} from '../boundary/columns.js';
import { programs } from '../domain/program.js';

export const correctionKinds = ['READING', 'RELEASE', 'DISMISSAL'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** A decision of staff on production that is on record: who, when, why. Append-only. */
export const CorrectionEntity = defineEntity({
  name: 'Correction',
  tableName: 'correction',
  properties: {
    id: p.bigint('string').primary(),
    kind: p.enum(correctionKinds),
    systemId: p.bigint('string'),
    reason: p.text(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    createdBy: p.bigint('string'),
  },
});
export type CorrectionRow = InferEntity<typeof CorrectionEntity>;

/** A document that stands behind a correction. Append-only. */
export const CorrectionDocumentEntity = defineEntity({
  name: 'CorrectionDocument',
  tableName: 'correction_document',
  properties: { correctionId: p.bigint('string').primary(), documentId: p.bigint('string').primary() },
});

export const adjustmentKinds = ['PRIOR_PERIOD', 'DEFERRED'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

/** A debit or credit against the next issuance of an asset and programme. Append-only. */
export const AdjustmentEntity = defineEntity({
  name: 'Adjustment',
  tableName: 'adjustment',
  properties: {
    id: p.bigint('string').primary(),
    kind: p.enum(adjustmentKinds),
    correctionId: p.bigint('string'),
    assetId: p.bigint('string'),
    unitSequence: p.bigint('string'),
    program: p.enum(programs),
    month: p.type(monthColumn),
    systemId: p.bigint('string'),
    issuanceId: p.bigint('string').nullable(),
    srecFactor: p.type(factorColumn),
    productionKwh: p.type(summedKwhColumn),
    eligibleKwh: p.type(summedKwhColumn),
    reportedMwh: p.type(adjustedMwhColumn),
    eligibleMwh: p.type(adjustedMwhColumn),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type AdjustmentRow = InferEntity<typeof AdjustmentEntity>;

/** What an adjustment takes out (-1) or puts in (+1): the production of a reading for a month. Append-only. */
export const AdjustmentUseEntity = defineEntity({
  name: 'AdjustmentUse',
  tableName: 'adjustment_use',
  properties: {
    adjustmentId: p.bigint('string').primary(),
    readingMonth: p.type(monthColumn).primary(),
    readingId: p.bigint('string').primary(),
    sign: p.smallint(),
    month: p.type(monthColumn),
    systemId: p.bigint('string'),
    productionKwh: p.type(kwhColumn),
    eligibleKwh: p.type(kwhColumn),
  },
});

/** The issuance that an adjustment went into: once. Append-only. */
export const AdjustmentApplicationEntity = defineEntity({
  name: 'AdjustmentApplication',
  tableName: 'adjustment_application',
  properties: { adjustmentId: p.bigint('string').primary(), issuanceId: p.bigint('string') },
});

/** Production that staff decided never to issue. Append-only. */
export const DismissedProductionEntity = defineEntity({
  name: 'DismissedProduction',
  tableName: 'dismissed_production',
  properties: {
    month: p.type(monthColumn).primary(),
    readingMonth: p.type(monthColumn).primary(),
    readingId: p.bigint('string').primary(),
    correctionId: p.bigint('string'),
    systemId: p.bigint('string'),
    productionKwh: p.type(kwhColumn),
  },
});

/** What was uploaded to the GIS for a quarter, frozen: its lines are a query over what is append-only. */
export const GisReportEntity = defineEntity({
  name: 'GisReport',
  tableName: 'gis_report',
  properties: {
    runId: p.bigint('string').primary(),
    lineCount: p.integer(),
    reportedMwh: p.type(reportedMwhColumn),
    sha256: p.blob(),
    frozenAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    frozenBy: p.bigint('string'),
  },
});
export type GisReportRow = InferEntity<typeof GisReportEntity>;
