import { textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { DocumentEntity, ProgramDocumentEntity, ProgramDocumentVersionEntity } from './document.entity.js';
import type { PublishProgramDocumentInput } from './document.input.js';

/**
 * Publishes a version of a document of the programme: from then on everybody may read its file, and it cannot be taken back. So only
 * a file of the actor's own organisation is published, never what a party filed as evidence.
 *
 * NOT_FOUND a document of the programme that does not exist, a file of another organisation; CONFLICT a version that exists;
 * BAD_USER_INPUT a day to come: publishing is told when it has happened.
 */
export async function publishProgramDocument(
  { em, context, now }: Verb,
  { slug, version, publishedOn, documentId, source }: PublishProgramDocumentInput,
) {
  textOfLength(40, 'version', version);
  textOfLength(500, 'source', source);
  const document = await em.findOne(ProgramDocumentEntity, { slug });
  if (!document) throw new Refusal('NOT_FOUND', 'There is no such document of the programme.', { slug });
  if (publishedOn > context.actor.on) {
    throw new Refusal('BAD_USER_INPUT', `A version is published on ${context.actor.on} at the latest.`, {
      field: 'publishedOn',
      value: publishedOn,
      today: context.actor.on,
    });
  }
  const { organisationId, accountId } = context.actor;
  if (documentId && !(await em.findOne(DocumentEntity, { id: documentId, organisationId }))) {
    throw new Refusal('NOT_FOUND', `There is no document ${documentId}, or your organisation did not file it.`, {
      documentId,
    });
  }
  if (await em.findOne(ProgramDocumentVersionEntity, { programDocumentId: document.id, version })) {
    throw new Refusal('CONFLICT', `Version ${version} of ${slug} is published already.`, { slug, version });
  }
  const published = em.create(ProgramDocumentVersionEntity, {
    programDocumentId: document.id,
    version,
    publishedOn,
    documentId: documentId ?? null,
    source,
    createdAt: now,
    createdBy: accountId,
  });
  await em.persist(published).flush();
  return { versionId: published.id };
}
