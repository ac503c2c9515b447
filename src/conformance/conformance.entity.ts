import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { byWhomAndWhen, kwhColumn, localDateColumn, monthColumn } from '../boundary/columns.js';
import { type RecordedRow, submissionForms } from './recorded-call.js';

/** A run of the conformance sandbox: an organisation, the list of cases that it began under, and the clock of the run. */
export const ConformanceRunEntity = defineEntity({
  name: 'ConformanceRun',
  tableName: 'conformance_run',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    label: p.text(),
    listVersion: p.integer(),
    clockAt: p.datetime(),
    ...byWhomAndWhen,
  },
});
export type ConformanceRunRow = InferEntity<typeof ConformanceRunEntity>;

/** A reading of a meter of the fleet of a run; one in force for each month. */
export const ConformanceReadingEntity = defineEntity({
  name: 'ConformanceReading',
  tableName: 'conformance_reading',
  properties: {
    id: p.bigint('string').primary(),
    runId: p.bigint('string'),
    meter: p.integer(),
    month: p.type(monthColumn),
    readAt: p.datetime(),
    valueKwh: p.type(kwhColumn),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    supersededBy: p.bigint('string').nullable(),
  },
});

/** What was called in a run, as the house saw it: dry runs, retries and refusals too. Append-only. */
export const ConformanceCallEntity = defineEntity({
  name: 'ConformanceCall',
  tableName: 'conformance_call',
  properties: {
    id: p.bigint('string').primary(),
    runId: p.bigint('string'),
    sequence: p.integer(),
    kind: p.enum(['SUBMIT', 'RECEIPT']),
    form: p.enum(submissionForms),
    uploadId: p.bigint('string').nullable(),
    key: p.text(),
    contentHash: p.blob(),
    dryRun: p.boolean(),
    replayed: p.boolean(),
    code: p.text().nullable(),
    rowCount: p.integer(),
    rows: p.json<readonly RecordedRow[]>(),
    clockAt: p.datetime(),
    receiptCode: p.text(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type ConformanceCallRow = InferEntity<typeof ConformanceCallEntity>;

/** That a case passed, and by which call. Append-only. */
export const ConformancePassEntity = defineEntity({
  name: 'ConformancePass',
  tableName: 'conformance_pass',
  properties: {
    runId: p.bigint('string').primary(),
    caseId: p.text().primary(),
    sequence: p.integer(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type ConformancePassRow = InferEntity<typeof ConformancePassEntity>;

/** That an organisation passed every case of a list. Append-only. */
export const ConformanceCertificateEntity = defineEntity({
  name: 'ConformanceCertificate',
  tableName: 'conformance_certificate',
  properties: {
    id: p.bigint('string').primary(),
    runId: p.bigint('string'),
    organisationId: p.bigint('string'),
    listVersion: p.integer(),
    issuedOn: p.type(localDateColumn),
    validUntil: p.type(localDateColumn),
    sha256: p.blob(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
export type ConformanceCertificateRow = InferEntity<typeof ConformanceCertificateEntity>;
