import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal } from '../domain/decimal.js';
import type { ContractedLoad } from '../domain/load-cohort.js';
import { SupplierLoadEntity } from './compliance.entity.js';

/** The load of a supplier and compliance year that is in force, by contract day. */
export async function loadOf(
  em: EntityManager,
  organisationId: string,
  complianceYear: number,
): Promise<ContractedLoad[]> {
  const found = await em.find(
    SupplierLoadEntity,
    { organisationId, complianceYear, supersededBy: null },
    { orderBy: { contractedOn: 'asc', basicService: 'asc' } },
  );
  return found.map(({ contractedOn, basicService, salesMwh }) => ({
    contractedOn,
    basicService,
    salesMwh: new Decimal(salesMwh),
  }));
}
