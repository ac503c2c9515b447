import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import type { ContractedLoad } from '../domain/load-cohort.js';
import { rows, sql } from '../platform/sql.js';
import { type ComplianceFilingRow, SupplierLoadEntity } from './compliance.entity.js';
import type { ComplianceStatement } from './compliance.type.js';

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

/** Whether a statement counts just the load that is in force: otherwise load was entered since it was computed. */
export function countsLoad({ cohorts }: ComplianceStatement, loads: readonly ContractedLoad[]): boolean {
  const textOf = (load: { contractedOn: string; basicService: boolean }, salesMwh: string) =>
    `${load.contractedOn} ${load.basicService} ${salesMwh}`;
  const counted = cohorts
    .filter(({ program }) => program === cohorts[0]?.program)
    .map(cohort => textOf(cohort, cohort.salesMwh));
  const known = loads.map(load => textOf(load, decimalText(load.salesMwh)));
  return counted.sort().join() === known.sort().join();
}

/** The load in force of the supplier and year of a filing; batched. */
export async function loadOfFiling(context: Context, filing: ComplianceFilingRow): Promise<ContractedLoad[]> {
  const found = await loadMany(
    context,
    'load in force of a filing',
    filing.id,
    ids =>
      rows<Omit<ContractedLoad, 'salesMwh'> & { filingId: string; salesMwh: string }>(
        context.em,
        sql`select f.id as "filingId", l.contracted_on::text as "contractedOn", l.basic_service as "basicService",
                   l.sales_mwh::text as "salesMwh"
            from compliance_filing f
            join supplier_load l on l.organisation_id = f.organisation_id and l.compliance_year = f.compliance_year
            where f.id = any(${[...ids]}::bigint[]) and l.superseded_by is null`,
      ),
    load => load.filingId,
  );
  return found.map(({ filingId: _, salesMwh, ...load }) => ({ ...load, salesMwh: new Decimal(salesMwh) }));
}
