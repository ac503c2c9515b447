import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { rawSql, sql, where } from '../platform/sql.js';
import { RequestEntity, type RequestRow } from './request.entity.js';
import type { RequestFilter } from './request.input.js';
import { requestIsVisible } from './scope.js';

/** When a draft was submitted, for the order: after everything that was. */
const never = 'infinity';

/** The request of an id, if the actor may see it; null otherwise: another's request and none are one answer. */
export function findRequest(em: EntityManager, actor: Actor, id: string): Promise<RequestRow | null> {
  return em.findOne(RequestEntity, { $and: [{ id }, where(alias => requestIsVisible(actor, alias))] });
}

/** The requests that an actor may see and a filter lets through: what was submitted first comes first, drafts last. */
export function listRequests(
  em: EntityManager,
  actor: Actor,
  { kinds, states, ptsId }: RequestFilter,
  page: PageArgs,
): Promise<Page<RequestRow>> {
  return pageOf(
    page,
    2,
    (key, limit) =>
      em.find(
        RequestEntity,
        {
          $and: [
            kinds ? { kind: { $in: kinds } } : {},
            states ? { state: { $in: states } } : {},
            ptsId
              ? where(alias => sql`${rawSql(alias)}.system_id = (select id from system where pts_id = ${ptsId})`)
              : {},
            key ? where(alias => isAfter(alias, key)) : {},
            where(alias => requestIsVisible(actor, alias)),
          ],
        },
        { orderBy: { submittedAt: 'asc', id: 'asc' }, limit },
      ),
    request => [request.submittedAt?.toISOString() ?? never, request.id],
  );
}

function isAfter(alias: string, [submittedAt = never, id = '0']: readonly string[]) {
  return sql`(coalesce(${rawSql(`${alias}.submitted_at`)}, ${never}::timestamptz), ${rawSql(alias)}.id)
             > (${submittedAt}::timestamptz, ${id}::bigint)`;
}
