import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal, zero } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import { rows, sql } from '../platform/sql.js';

/** What the meters of systems report for a month: on record, and as rows of a call are accepted. */
export interface SystemProduction {
  /** kWh of all meters of a system but one; undefined when it has no other with production. */
  besides(systemId: string, meterId: string): Decimal | undefined;
  /** Takes note of what a meter reports now. */
  note(systemId: string, meterId: string, productionKwh: Decimal): void;
}

/** Loads what is in force for a month of the systems that have several meters; the others need no looking up. */
export async function systemProduction(
  em: EntityManager,
  systemIds: readonly string[],
  month: Month,
): Promise<SystemProduction> {
  const found = await rows<{ systemId: string; meterId: string; productionKwh: string }>(
    em,
    sql`select r.system_id as "systemId", r.meter_id as "meterId", r.production_kwh as "productionKwh"
        from (select system_id from meter where system_id = any(${systemIds}::bigint[])
              group by system_id having count(*) > 1) several
        join reading r on r.system_id = several.system_id and r.month = ${monthToDate(month)}::date
        where r.superseded_at is null`,
  );
  const production = noProduction();
  for (const { systemId, meterId, productionKwh } of found) {
    production.note(systemId, meterId, new Decimal(productionKwh));
  }
  return production;
}

/** To begin with: nothing on record. */
export function noProduction(): SystemProduction {
  const bySystem = new Map<string, Map<string, Decimal>>();
  return {
    note(systemId, meterId, productionKwh) {
      const meters = bySystem.get(systemId) ?? new Map<string, Decimal>();
      bySystem.set(systemId, meters.set(meterId, productionKwh));
    },
    besides(systemId, meterId) {
      const others = [...(bySystem.get(systemId) ?? [])].filter(([other]) => other !== meterId);
      return others.length === 0 ? undefined : others.reduce((sum, [, kwh]) => sum.plus(kwh), zero);
    },
  };
}
