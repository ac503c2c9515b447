import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { where } from '../platform/sql.js';
import {
  ComplianceFilingEntity,
  type ComplianceFilingRow,
  SupplierEntity,
  type SupplierRow,
} from './compliance.entity.js';
import { supplierIsVisible } from './find-supplier.js';

/** Suppliers that an actor may see, in the order of their organisations. */
export function listSuppliers(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<SupplierRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        SupplierEntity,
        {
          $and: [
            key ? { organisationId: { $gt: key[0] ?? '0' } } : {},
            where(alias => supplierIsVisible(actor, alias)),
          ],
        },
        { orderBy: { organisationId: 'asc' }, limit },
      ),
    supplier => [supplier.organisationId],
  );
}

/** Filings that an actor may see, the latest first. */
export function listFilings(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<ComplianceFilingRow>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      em.find(
        ComplianceFilingEntity,
        { $and: [key ? { id: { $lt: key[0] ?? '0' } } : {}, where(alias => supplierIsVisible(actor, alias))] },
        { orderBy: { id: 'desc' }, limit },
      ),
    filing => [filing.id],
  );
}

/** The filing of an id, if the actor may see it; null otherwise. */
export function findFiling(em: EntityManager, actor: Actor, id: string): Promise<ComplianceFilingRow | null> {
  return em.findOne(ComplianceFilingEntity, { $and: [{ id }, where(alias => supplierIsVisible(actor, alias))] });
}
