import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { KeptOutcomes } from '../metering/kept-outcomes.js';
import { submissionModes } from '../metering/reading.input.js';
import type { ReadingOutcome } from '../metering/reading.type.js';

export const uploadFormats = ['CSV', 'JSON_LINES', 'XML'] as const;
export type UploadFormat = (typeof uploadFormats)[number];

export const uploadStates = ['INCOMPLETE', 'COMPLETED', 'REFUSED'] as const;
export type UploadState = (typeof uploadStates)[number];

/** An upload of readings: its receipt, kept for ever. The counts are the sums of its batches. */
export const UploadEntity = defineEntity({
  name: 'Upload',
  tableName: 'upload',
  properties: {
    id: p.bigint('string').primary(),
    accountId: p.bigint('string'),
    organisationId: p.bigint('string'),
    key: p.text(),
    mode: p.enum(submissionModes),
    format: p.enum(uploadFormats),
    conformanceRunId: p.bigint('string').nullable(),
    state: p.enum(uploadStates),
    batchRows: p.integer(),
    rowCount: p.integer().default(0),
    accepted: p.integer().default(0),
    superseded: p.integer().default(0),
    duplicates: p.integer().default(0),
    refused: p.integer().default(0),
    createdAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    completedAt: p.datetime().nullable(),
  },
});
export type UploadRow = InferEntity<typeof UploadEntity>;

/** What waits on disk of an outcome, and what releases before stored of it: its fields that are not null. */
export type StoredOutcome = Partial<ReadingOutcome> & Pick<ReadingOutcome, 'index' | 'status'>;

/** What became of the rows of a batch, and their keys; null when none has one. */
export type KeptBatch = KeptOutcomes & { readonly keys: readonly (string | null)[] | null };

/** Rows of an upload that were done in one transaction, with what became of each: append-only. */
export const UploadBatchEntity = defineEntity({
  name: 'UploadBatch',
  tableName: 'upload_batch',
  properties: {
    uploadId: p.bigint('string').primary(),
    number: p.integer().primary(),
    firstIndex: p.integer(),
    rowCount: p.integer(),
    contentHash: p.blob(),
    accepted: p.integer(),
    superseded: p.integer(),
    duplicates: p.integer(),
    refused: p.integer(),
    meterIds: p.array().columnType('bigint[]'),
    outcomes: p.json<StoredOutcome[]>().nullable(),
    kept: p.json<KeptBatch>().nullable(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type UploadBatchRow = InferEntity<typeof UploadBatchEntity>;
