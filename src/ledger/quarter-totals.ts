import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { row, type Sql, sql } from '../platform/sql.js';
import { isStanding } from './standing.js';

/** Sums over the issuance of a quarter. */
export interface QuarterTotals {
  readonly assets: number;
  readonly issuances: number;
  readonly productionKwh: string;
  readonly reportedMwh: string;
  readonly eligibleMwh: string;
  readonly retiredRemainderMwh: string;
  readonly certificates: number;
}

/**
 * Sums the issuance of a quarter over the rows for which `condition` on `i` holds: as it stands, or as it was reported, whatever was
 * rolled back since.
 */
export async function quarterTotals(
  em: EntityManager,
  quarter: Quarter,
  condition: Sql,
  asReported = false,
): Promise<QuarterTotals> {
  const months = monthsOf(quarter);
  const { certificates, ...totals } = await row<Omit<QuarterTotals, 'certificates'> & { certificates: string }>(
    em,
    sql`select count(distinct i.asset_id)::int as assets, count(*)::int as issuances,
               coalesce(sum(i.production_kwh), 0)::text as "productionKwh", coalesce(sum(i.reported_mwh), 0)::text as "reportedMwh",
               coalesce(sum(i.eligible_mwh), 0)::text as "eligibleMwh",
               coalesce(sum(i.retired_remainder_mwh), 0)::text as "retiredRemainderMwh",
               coalesce(sum(i.minted), 0) as certificates
        from issuance i
        where ${asReported ? sql`i.revision = 1` : isStanding('i.id')} and i.month between ${monthToDate(months[0])}::date and ${monthToDate(months[2])}::date and ${condition}`,
  );
  return { ...totals, certificates: Number(certificates) };
}
