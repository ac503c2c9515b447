import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import { row, sql, where } from '../platform/sql.js';
import { textRows } from '../platform/text-rows.js';
import { listedSystem, systemColumns } from './listed-system.js';
import { thisSystemIsVisible } from './scope.js';
import { SystemEntity, type SystemRow } from './system.entity.js';
import type { System } from './system.type.js';

/** The system of a PTS id, if the actor may see it; null otherwise: another's system and none are one answer. */
export function findSystem(em: EntityManager, actor: Actor, ptsId: string): Promise<SystemRow | null> {
  return em.findOne(SystemEntity, { $and: [{ ptsId }, where(alias => thisSystemIsVisible(actor, `${alias}.id`))] });
}

/** As `findSystem`, for queries: what is shown of it. */
export async function showSystem(em: EntityManager, actor: Actor, ptsId: string): Promise<System | null> {
  const [found] = await textRows(
    em,
    sql`select ${systemColumns('s')} from system s where s.pts_id = ${ptsId} and ${thisSystemIsVisible(actor, 's.id')}`,
  );
  return found ? listedSystem(found) : null;
}

/** As `findSystem`, for verbs: NOT_FOUND instead of null. */
export async function requireSystem(em: EntityManager, actor: Actor, ptsId: string): Promise<SystemRow> {
  const system = await findSystem(em, actor, ptsId);
  if (!system) throw new Refusal('NOT_FOUND', `There is no system ${ptsId}, or it is not yours to see.`, { ptsId });
  return system;
}

/**
 * Locks a system until the transaction ends: whoever changes whose it is, or reports for it, comes one after the other and sees
 * what the one before decided.
 */
export async function lockSystem(em: EntityManager, systemId: string): Promise<void> {
  await row(em, sql`select id from system where id = ${systemId} for no key update`);
}
