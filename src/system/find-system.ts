import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import { row, sql, where } from '../platform/sql.js';
import { systemIsVisible } from './scope.js';
import { SystemEntity, type SystemRow } from './system.entity.js';

/** The system of a PTS id, if the actor may see it; null otherwise: another's system and none are one answer. */
export function findSystem(em: EntityManager, actor: Actor, ptsId: string): Promise<SystemRow | null> {
  return em.findOne(SystemEntity, { $and: [{ ptsId }, where(alias => systemIsVisible(actor, `${alias}.id`))] });
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
