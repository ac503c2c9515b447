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
  const found = await rows<{ systemId: string; meterId: string; productionKwh: string }>(
    em,
    sql`select r.system_id as "systemId", r.meter_id as "meterId", r.production_kwh as "productionKwh"
        from (select system_id from meter where system_id = any(${plainArray(systemIds)}::bigint[])
              group by system_id having count(*) > 1 offset 0) several
        cross join lateral (
          select r.system_id, r.meter_id, r.production_kwh from reading r
          where r.system_id = several.system_id and r.month = ${monthToDate(month)}::date and r.superseded_at is null offset 0) r`,
  );
  const production = noProduction();
  for (const { systemId, meterId, productionKwh } of found) {
    production.note(systemId, meterId, new Decimal(productionKwh));
  }
  return production;
}

/** To begin with: nothing on record. Most systems have one meter, so the first of each is kept without a list of its own. */
export function noProduction(): SystemProduction {
  const first = new Map<string, OfMeter>();
  const more = new Map<string, OfMeter[]>();
  return {
    note(systemId, meterId, productionKwh) {
      const known = first.get(systemId);
      const noted = { meterId, productionKwh };
      if (known === undefined || known.meterId === meterId) {
        first.set(systemId, noted);
        return;
      }
      const others = (more.get(systemId) ?? []).filter(other => other.meterId !== meterId);
      more.set(systemId, [...others, noted]);
    },
    besides(systemId, meterId) {
      const known = first.get(systemId);
      if (known === undefined || (known.meterId === meterId && !more.has(systemId))) return undefined;
      const others = [known, ...(more.get(systemId) ?? [])].filter(other => other.meterId !== meterId);
      return others.length === 0 ? undefined : others.reduce((sum, other) => sum.plus(other.productionKwh), zero);
    },
  };
}

interface OfMeter {
  readonly meterId: string;
  readonly productionKwh: Decimal;
}
