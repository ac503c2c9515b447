import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { whoAndWhen } from '../boundary/columns.js';
import { requestKinds, requestStates, requestSteps } from '../domain/request-steps.js';

/**
 * Something that was asked for: an application or a change request. What exactly is in `content`, in the shape that its kind has in
 * the slice that decides on it; it is acted on when it is approved, and never before. A decided request is final.
 */
export const RequestEntity = defineEntity({
  name: 'Request',
  tableName: 'request',
  properties: {
    id: p.bigint('string').primary(),
    kind: p.enum(requestKinds),
    state: p.enum(requestStates),
    systemId: p.bigint('string').nullable(),
    organisationId: p.bigint('string'),
    content: p.json<unknown>(),
    receiptHash: p.blob().nullable(),
    submittedAt: p.datetime().nullable(),
    verifiedAt: p.datetime().nullable(),
    verifiedBy: p.bigint('string').nullable(),
    decidedAt: p.datetime().nullable(),
    ...whoAndWhen,
  },
});
export type RequestRow = InferEntity<typeof RequestEntity>;

/** A step on the way of a request: who, when, why, and what it asked for then. Append-only. */
export const RequestEventEntity = defineEntity({
  name: 'RequestEvent',
  tableName: 'request_event',
  properties: {
    requestId: p.bigint('string').primary(),
    sequence: p.integer().primary(),
    step: p.enum(requestSteps),
    content: p.json<unknown>().nullable(),
    reason: p.text(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    accountId: p.bigint('string'),
  },
});
export type RequestEventRow = InferEntity<typeof RequestEventEntity>;

export const documentPurposes = [
  'SIGNED_CONTRACT',
  'AUTHORIZATION_TO_INTERCONNECT',
  'COST_BREAKDOWN',
  'METER_PHOTO',
  'TEST_REPORT',
  'OTHER',
] as const;
export type DocumentPurpose = (typeof documentPurposes)[number];

/** A document that stands behind a request. */
export const RequestDocumentEntity = defineEntity({
  name: 'RequestDocument',
  tableName: 'request_document',
  properties: {
    requestId: p.bigint('string').primary(),
    documentId: p.bigint('string').primary(),
    purpose: p.enum(documentPurposes),
  },
});
export type RequestDocumentRow = InferEntity<typeof RequestDocumentEntity>;
