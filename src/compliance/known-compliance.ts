import type { EntityManager } from '@mikro-orm/postgresql';
import { type CarveOut, carveOuts, hasObligation } from '../domain/load-cohort.js';
import { maybeRow, row, rows, sql } from '../platform/sql.js';
import type { SupplierRow } from './compliance.entity.js';
import type { ComplianceCredit } from './compliance.type.js';

/** Certificates for a compliance year: retired, and in retail sub-accounts until the trading year is closed. */
export interface Retirements {
  readonly retired: number;
  readonly toBeRetired: number;
}

/** Whether the trading year of a compliance year is closed. */
export async function yearIsClosed(em: EntityManager, year: number): Promise<boolean> {
  const closed = await maybeRow(
    em,
    sql`select year from trading_year where year = ${year} and completed_at is not null`,
  );
  return closed !== null;
}

/**
 * What counts of a supplier's certificates for a compliance year, by programme: those retired for it, and while the trading year is open
 * those in its retail sub-accounts: of that vintage, or minted anew by an auction and usable in that year.
 */
export async function certificatesOf(
  em: EntityManager,
  organisationId: string,
  year: number,
  yearClosed: boolean,
): Promise<Map<CarveOut, Retirements>> {
  const found = await rows<Retirements & { readonly program: CarveOut }>(
    em,
    sql`select program, sum(retired)::int as retired, sum(waiting)::int as "toBeRetired"
        from (
          select e.program, e.quantity as retired, 0 as waiting
          from certificate_use u join ledger_entry e on e.id = u.entry_id
          where u.organisation_id = ${organisationId} and u.purpose = 'COMPLIANCE' and u.compliance_year = ${year}
          union all
          select b.program, 0, h.last_serial - h.first_serial + 1
          from certificate_holding h
          join gis_account account on account.id = h.gis_account_id and account.organisation_id = ${organisationId}
          join certificate_batch b on b.id = h.batch_id
          where not ${yearClosed}::boolean and h.state = 'RETAIL' and case
            when h.usable_until is null then extract(year from b.vintage_month) = ${year}::int
            else extract(year from b.vintage_month) < ${year}::int and h.usable_until >= ${year}::int end) counted
        group by program`,
  );
  return new Map(found.map(({ program, ...counts }) => [program, counts]));
}

/** What is left of a supplier's credits, by programme, the oldest first. */
export async function creditsOf(em: EntityManager, organisationId: string): Promise<Map<CarveOut, ComplianceCredit[]>> {
  const found = await rows<ComplianceCredit & { readonly program: CarveOut }>(
    em,
    sql`select c.program, c.id as "creditId", c.from_year as "fromYear",
               (c.quantity - coalesce((select sum(u.quantity) from compliance_credit_use u where u.credit_id = c.id), 0))::int as quantity
        from compliance_credit c where c.organisation_id = ${organisationId} order by c.from_year`,
  );
  const left = found.filter(credit => credit.quantity > 0);
  return new Map(
    carveOuts.map(program => [
      program,
      left.filter(credit => credit.program === program).map(({ program: _, ...credit }) => credit),
    ]),
  );
}

/** Whether a filing was approved for every year since the supplier's first that had an obligation. Source: domain 2.5. */
export async function compliedBefore(
  em: EntityManager,
  { organisationId, sinceYear }: SupplierRow,
  complianceYear: number,
): Promise<boolean> {
  const years = Array.from({ length: Math.max(complianceYear - sinceYear, 0) }, (_, index) => sinceYear + index);
  const owed = years.filter(year => carveOuts.some(program => hasObligation(program, year)));
  const { approved } = await row<{ approved: number }>(
    em,
    sql`select count(*)::int as approved from compliance_filing
        where organisation_id = ${organisationId} and state = 'APPROVED' and compliance_year = any(${owed}::int[])`,
  );
  return approved === owed.length;
}
