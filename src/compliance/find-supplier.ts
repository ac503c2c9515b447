import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { Refusal } from '../domain/error.js';
import { rawSql, type Sql, sql } from '../platform/sql.js';
import { SupplierEntity, type SupplierRow } from './compliance.entity.js';

/** Whose compliance: the condition under which an actor sees what the alias says of a supplier. Staff and the regulator see all. */
export function supplierIsVisible(actor: Actor, alias: string): Sql {
  if (seesEverything(actor)) return sql`true`;
  if (!actor.kinds.has('SUPPLIER')) return sql`false`;
  return sql`${rawSql(alias)}.organisation_id = ${actor.organisationId}`;
}

/** The supplier that is named, or the actor's own. Another's and none are one answer: NOT_FOUND. */
export async function requireSupplier(
  em: EntityManager,
  actor: Actor,
  organisationId: string | null | undefined,
): Promise<SupplierRow> {
  const id = organisationId ?? actor.organisationId;
  const supplier = seesEverything(actor) || id === actor.organisationId ? await em.findOne(SupplierEntity, id) : null;
  if (supplier) return supplier;
  throw new Refusal('NOT_FOUND', 'There is no such supplier.', { organisationId: id });
}

/** EXEMPT_FROM_COMPLIANCE for a municipal light district. Source: program/003. */
export function refuseExempt({ kind, organisationId }: SupplierRow): void {
  if (kind !== 'MUNICIPAL_LIGHT') return;
  throw new Refusal('EXEMPT_FROM_COMPLIANCE', 'A municipal light district has no obligation.', { organisationId });
}
