import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { empty, rows, sql } from '../platform/sql.js';
import type { MonthlyProduction } from './reading.type.js';

export type ProductionRow = MonthlyProduction & { readonly systemId: string };

/**
 * Production of systems by month, oldest first, with how far it has come. What is not used although its quarter was issued,
 * of a system that is qualified and in an asset, waits for staff.
 */
export async function listProduction(
  em: EntityManager,
  systemIds: readonly string[],
  from: Month | null,
  to: Month | null,
): Promise<ProductionRow[]> {
  return rows<ProductionRow>(
    em,
    sql`select p.system_id as "systemId", to_char(p.month, 'YYYY-MM') as month, m.label as "meterLabel",
               p.production_kwh as "productionKwh", p.estimated, p.reading_id as "readingId",
               to_char(p.reading_month, 'YYYY-MM') as "readingMonth",
               case when used.issuance_id is not null then 'ISSUED'
                    when p.forfeited then 'FORFEITED'
                    when waiting.system_id is not null then 'AWAITING_STAFF'
                    else 'REPORTED' end as status
        from production_in_force p
        join meter m on m.id = p.meter_id
        left join reading_use used
          on used.month = p.month and used.reading_month = p.reading_month and used.reading_id = p.reading_id
        left join production_awaiting_staff waiting
          on waiting.system_id = p.system_id and waiting.month = p.month
          and waiting.reading_month = p.reading_month and waiting.reading_id = p.reading_id
        where p.system_id = any(${systemIds}::bigint[])
          ${from ? sql`and p.month >= ${monthToDate(from)}::date` : empty}
          ${to ? sql`and p.month <= ${monthToDate(to)}::date` : empty}
        order by p.system_id, p.month, m.label, p.reading_month`,
  );
}
