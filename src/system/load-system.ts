import type { AccountContext } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { where } from '../platform/sql.js';
import { systemIsVisible } from './scope.js';
import { SystemEntity, type SystemRow } from './system.entity.js';

const visibleById = 'visible system by id';

/** A system by its row's id, if the actor may see it, else null; batched. */
export function loadSystem(context: AccountContext, id: string): Promise<SystemRow | null> {
  return loadOne(
    context,
    visibleById,
    id,
    ids =>
      context.em.find(SystemEntity, {
        $and: [{ id: { $in: [...ids] } }, where(alias => systemIsVisible(context.actor, `${alias}.id`))],
      }),
    system => system.id,
  );
}
