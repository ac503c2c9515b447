import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import { DocumentEntity } from './document.entity.js';

/**
 * Checks that documents may stand as somebody's evidence: filed by the actor's own organisation (staff may name any). NOT_FOUND
 * names the first that is not: another's document and none are one answer.
 */
export async function requireDocuments(em: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await em.find(
    DocumentEntity,
    { id: { $in: [...ids] }, ...(actor.kinds.has('STAFF') ? {} : { organisationId: actor.organisationId }) },
    { fields: ['id'] },
  );
  const known = new Set(found.map(document => document.id));
  const missing = ids.find(id => !known.has(id));
  if (missing !== undefined) {
    throw new Refusal('NOT_FOUND', `There is no document ${missing}, or your organisation did not file it.`, {
      documentId: missing,
    });
  }
}
