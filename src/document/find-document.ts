import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext, Actor } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { where } from '../platform/sql.js';
import { DocumentEntity, type DocumentRow } from './document.entity.js';
import { paperIsVisible } from './scope.js';

/** A document without its content, if the actor may see it; null otherwise: another's document and none are one answer. */
export function findDocument(em: EntityManager, actor: Actor, id: string): Promise<DocumentRow | null> {
  return em.findOne(DocumentEntity, { $and: [{ id }, where(alias => paperIsVisible(actor, alias))] });
}

/** As `findDocument`, with the content. */
export async function documentContent(em: EntityManager, actor: Actor, id: string) {
  const document = await em.findOne(
    DocumentEntity,
    { $and: [{ id }, where(alias => paperIsVisible(actor, alias))] },
    { populate: ['content'] },
  );
  if (!document) return null;
  const { name, mediaType, sha256, content } = document;
  return { name, mediaType, sha256, content };
}

const visibleById = 'visible document by id';

/** As `findDocument`, batched. */
export function loadDocument(context: AccountContext, id: string): Promise<DocumentRow | null> {
  return loadOne(
    context,
    visibleById,
    id,
    ids =>
      context.em.find(DocumentEntity, {
        $and: [{ id: { $in: [...ids] } }, where(alias => paperIsVisible(context.actor, alias))],
      }),
    document => document.id,
  );
}
