import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { rows, sql } from '../platform/sql.js';
import { ExportEntity, type ExportRow } from './export.entity.js';

/** An export of the account of an actor; null otherwise: another's and none are one answer. It holds what that account may see. */
export function findExport(em: EntityManager, actor: Actor, id: string): Promise<ExportRow | null> {
  return em.findOne(ExportEntity, { id, accountId: actor.accountId });
}

/** The exports of the account of an actor, newest first. */
export function listExports(em: EntityManager, { accountId }: Actor, page: PageArgs): Promise<Page<ExportRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        ExportEntity,
        { accountId, ...(key ? { id: { $lt: key[0] ?? '0' } } : {}) },
        { orderBy: { id: 'desc' }, limit },
      ),
    found => [found.id],
  );
}

/** The bytes of a completed export, from the first to the last of a range inclusive; a piece at a time, as the reader takes them. */
export async function* bytesOf(
  em: EntityManager,
  exportId: string,
  { first, last }: { readonly first: number; readonly last: number },
): AsyncGenerator<Buffer> {
  for (let at = first; at <= last; ) {
    const [piece] = await rows<{ firstByte: string; content: Buffer }>(
      em,
      sql`select first_byte as "firstByte", content from export_piece
          where export_id = ${exportId} and first_byte <= ${at} order by number desc limit 1`,
    );
    if (!piece) return;
    const firstByte = Number(piece.firstByte);
    yield piece.content.subarray(at - firstByte, last - firstByte + 1);
    at = firstByte + piece.content.length;
  }
}
