import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import { empty, rows, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import type { InForceUse } from './counted-production.js';
import { meterSuits, productionPlaced } from './issuable.js';

/** Production of a month that waits for staff, with the statement under which it would count. */
export interface WaitingUse extends InForceUse {
  readonly program: Program;
  readonly factor: Decimal;
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter | null;
  /** The asset that the system was in that month. */
  readonly assetId: string | null;
  readonly meterSuits: boolean;
}

/**
 * What of a system's month waits for staff, or the one reading of it that is named: NOTHING_TO_CORRECT when nothing does. The system is
 * locked, so that of two decisions the second finds what the first left.
 */
export async function waitingUses(
  em: EntityManager,
  system: SystemRow,
  month: Month,
  readingId: string | null,
): Promise<[WaitingUse, ...WaitingUse[]]> {
  await rows(em, sql`select from system where id = ${system.id} for no key update`);
  const found = await rows<
    Omit<WaitingUse, 'productionKwh' | 'factor'> & { readonly productionKwh: string; readonly factor: string }
  >(
    em,
    sql`select to_char(p.month, 'YYYY-MM') as month, to_char(p.reading_month, 'YYYY-MM') as "readingMonth",
               p.reading_id as "readingId", p.system_id as "systemId", p.meter_id as "meterId", p.production_kwh as "productionKwh",
               p.program, p.srec_factor as factor, p.effective_on as "effectiveOn",
               p.last_eligible_quarter as "lastEligibleQuarter", member.asset_id as "assetId", ${meterSuits(month)} as "meterSuits"
        from production_awaiting_staff p ${productionPlaced}
        where p.system_id = ${system.id} and p.month = ${monthToDate(month)}::date
          ${readingId === null ? empty : sql`and p.reading_id = ${readingId}::bigint`}
        order by p.reading_month, p.reading_id`,
  );
  const [first, ...rest] = found.map(({ productionKwh, factor, ...use }) => ({
    ...use,
    productionKwh: new Decimal(productionKwh),
    factor: new Decimal(factor),
  }));
  if (first) return [first, ...rest];
  throw new Refusal('NOTHING_TO_CORRECT', `No production of ${system.ptsId} in ${month} waits for a decision.`, {
    ptsId: system.ptsId,
    month,
  });
}
