import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import type { DocumentMediaType } from '../domain/document-format.js';
import type { LocalDate } from '../domain/local-date.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import { ProgramDocumentEntity, type ProgramDocumentRow } from './document.entity.js';

/** A version with what everybody may know of its file. */
export interface ProgramDocumentVersionWithFile {
  readonly id: string;
  readonly programDocumentId: string;
  readonly version: string;
  readonly publishedOn: LocalDate | null;
  readonly source: string;
  readonly sha256: string | null;
}

/** The file of a published version. */
export interface PublishedFile {
  readonly name: string;
  readonly mediaType: DocumentMediaType;
  readonly sha256: Buffer;
  readonly content: Buffer;
}

/** The documents of the programme, in the order in which its page lists them. Source: program/001. */
export function listProgramDocuments(em: EntityManager): Promise<ProgramDocumentRow[]> {
  return em.find(ProgramDocumentEntity, {}, { orderBy: { position: 'asc' } });
}

const versionsOfDocument = 'versions of a program document';

/** The versions of a document, newest first; batched. */
export function loadVersions(context: Context, programDocumentId: string) {
  return loadMany<ProgramDocumentVersionWithFile>(
    context,
    versionsOfDocument,
    programDocumentId,
    ids =>
      rows(
        context.em,
        sql`select version.id::text as id, version.program_document_id::text as "programDocumentId", version.version,
                   version.published_on::text as "publishedOn", version.source, encode(file.sha256, 'hex') as sha256
            from program_document_version version left join document file on file.id = version.document_id
            where version.program_document_id = any(${ids}::bigint[])
            order by version.published_on desc nulls last, version.id desc`,
      ),
    version => version.programDocumentId,
  );
}

/** The file of a version, for everybody; null when there is no such version, or it has no file. */
export function publishedFile(em: EntityManager, versionId: string): Promise<PublishedFile | null> {
  return maybeRow(
    em,
    sql`select file.name, file.media_type as "mediaType", file.sha256, file.content
        from program_document_version version join document file on file.id = version.document_id
        where version.id = ${versionId}`,
  );
}
