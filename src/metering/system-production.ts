import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal, zero } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import { plainArray } from '../platform/array-text.js';
import { rows, sql } from '../platform/sql.js';

/** What the meters of systems report for a month: on record, and as rows of a call are accepted. */
export interface SystemProduction {
  /** kWh of all meters of a system but one; undefined when it has no other with production. */
  besides(systemId: string, meterId: string): Decimal | undefined;
  /** Takes note of what a meter reports now. */
  note(systemId: string, meterId: string, productionKwh: Decimal): void;
}

/**
 * Loads what is in force for a month of the systems that have several meters; the others need no looking up. First these few systems, then
 * the readings of each: of a month that began in the same transaction nothing is known when the statement is planned, and the other way round
 * the systems were counted again for each of its readings.
 */
export async function systemProduction(
  em: EntityManager,
  systemIds: readonly string[],
  month: Month,
): Promise<SystemProduction> {
  const found = await rows<{ systemId: string; meterId: string | null; productionKwh: string | null }>(
    em,
    sql`select several.system_id as "systemId", r.meter_id as "meterId", r.production_kwh as "productionKwh"
        from (select system_id from meter where system_id = any(${plainArray(systemIds)}::bigint[])
              group by system_id having count(*) > 1 offset 0) several
        left join lateral (
          select r.meter_id, r.production_kwh from reading r
          where r.system_id = several.system_id and r.month = ${monthToDate(month)}::date and r.superseded_at is null offset 0) r on true`,
  );
  const production = noProduction(new Set(found.map(({ systemId }) => systemId)));
  for (const { systemId, meterId, productionKwh } of found) {
    if (meterId !== null && productionKwh !== null) production.note(systemId, meterId, new Decimal(productionKwh));
  }
  return production;
}

/** To begin with: nothing on record. `several`: the systems with more than one meter; of others nothing is noted. Absent: any may have. */
export function noProduction(several?: ReadonlySet<string>): SystemProduction {
  const noted = new Map<string, readonly OfMeter[]>();
  const besides = (systemId: string, meterId: string) =>
    (noted.get(systemId) ?? []).filter(other => other.meterId !== meterId);
  return {
    note(systemId, meterId, productionKwh) {
      if (several && !several.has(systemId)) return;
      noted.set(systemId, [...besides(systemId, meterId), { meterId, productionKwh }]);
    },
    besides(systemId, meterId) {
      const others = besides(systemId, meterId);
      return others.length === 0 ? undefined : others.reduce((sum, other) => sum.plus(other.productionKwh), zero);
    },
  };
}

interface OfMeter {
  readonly meterId: string;
  readonly productionKwh: Decimal;
}
