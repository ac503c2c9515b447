import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { byWhomAndWhen, localDateColumn, whoAndWhen } from '../boundary/columns.js';
import { documentMediaTypes } from '../domain/document-format.js';

/** A file that an organisation filed as evidence: kept as it came, with its hash. Append-only. */
export const DocumentEntity = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    name: p.text(),
    mediaType: p.enum(documentMediaTypes),
    byteLength: p.integer(),
    sha256: p.blob(),
    content: p.blob().lazy(),
    ...whoAndWhen,
  },
});
export type DocumentRow = InferEntity<typeof DocumentEntity>;

export const programDocumentKinds = ['GUIDE', 'TERMS', 'FORM', 'LIST'] as const;
export type ProgramDocumentKind = (typeof programDocumentKinds)[number];

/** A document that the programme publishes. Source: program/001. */
export const ProgramDocumentEntity = defineEntity({
  name: 'ProgramDocument',
  tableName: 'program_document',
  properties: {
    id: p.bigint('string').primary(),
    slug: p.text(),
    title: p.text(),
    kind: p.enum(programDocumentKinds),
    position: p.integer(),
  },
});
export type ProgramDocumentRow = InferEntity<typeof ProgramDocumentEntity>;

/** A version of a document of the programme: append-only. */
export const ProgramDocumentVersionEntity = defineEntity({
  name: 'ProgramDocumentVersion',
  tableName: 'program_document_version',
  properties: {
    id: p.bigint('string').primary(),
    programDocumentId: p.bigint('string'),
    version: p.text(),
    publishedOn: p.type(localDateColumn).nullable(),
    documentId: p.bigint('string').nullable(),
    source: p.text(),
    ...whoAndWhen,
  },
});
export type ProgramDocumentVersionRow = InferEntity<typeof ProgramDocumentVersionEntity>;

/** That an organisation accepted a version of the SREC terms and conditions: append-only. */
export const TermsAcceptanceEntity = defineEntity({
  name: 'TermsAcceptance',
  tableName: 'terms_acceptance',
  properties: {
    id: p.bigint('string').primary(),
    organisationId: p.bigint('string'),
    versionId: p.bigint('string'),
    evidence: p.text().nullable(),
    ...byWhomAndWhen,
  },
});
export type TermsAcceptanceRow = InferEntity<typeof TermsAcceptanceEntity>;
