import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { where } from '../platform/sql.js';
import { uploadIsVisible } from './scope.js';
import { UploadEntity, type UploadRow } from './upload.entity.js';
import type { UploadFilter } from './upload.type.js';

/** An upload, if the actor may see it; null otherwise: another's and none are one answer. */
export function findUpload(em: EntityManager, actor: Actor, id: string): Promise<UploadRow | null> {
  return em.findOne(UploadEntity, { $and: [{ id }, where(alias => uploadIsVisible(actor, alias))] });
}

/** The uploads that an actor may see, newest first: those of the programme, or those of a run of the sandbox. */
export function listUploads(
  em: EntityManager,
  actor: Actor,
  { states, conformanceRunId = null }: UploadFilter,
  page: PageArgs,
): Promise<Page<UploadRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        UploadEntity,
        {
          $and: [
            where(alias => uploadIsVisible(actor, alias)),
            { conformanceRunId },
            states ? { state: { $in: [...states] } } : {},
            key ? { id: { $lt: key[0] ?? '0' } } : {},
          ],
        },
        { orderBy: { id: 'desc' }, limit },
      ),
    upload => [upload.id],
  );
}
