import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { decimalText } from '../domain/decimal.js';
import { where } from '../platform/sql.js';
import { systemIsVisible } from './scope.js';
import { SystemEntity, type SystemRow } from './system.entity.js';
import type { SystemFilter } from './system.input.js';

/** The systems that an actor may see and a filter lets through, by the age of their registration. */
export function listSystems(
  em: EntityManager,
  actor: Actor,
  filter: SystemFilter,
  page: PageArgs,
): Promise<Page<SystemRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        SystemEntity,
        {
          $and: [
            conditionsOf(filter),
            where(alias => systemIsVisible(actor, `${alias}.id`)),
            key ? { id: { $gt: key[0] ?? '0' } } : {},
          ],
        },
        { orderBy: { id: 'asc' }, limit },
      ),
    system => [system.id],
  );
}

/** The conditions of a filter on systems. */
export function conditionsOf(filter: SystemFilter): FilterQuery<SystemRow> {
  return {
    ...(filter.technology ? { technology: filter.technology } : {}),
    ...(filter.town ? { town: filter.town } : {}),
    ...(filter.zip ? { zip: filter.zip } : {}),
    ...(filter.minimumCapacityKw || filter.maximumCapacityKw
      ? {
          capacityKw: {
            ...(filter.minimumCapacityKw ? { $gte: decimalText(filter.minimumCapacityKw) } : {}),
            ...(filter.maximumCapacityKw ? { $lte: decimalText(filter.maximumCapacityKw) } : {}),
          },
        }
      : {}),
  };
}
