import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import type { Term } from '../domain/eligible-production.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { rows, type Sql, sql } from '../platform/sql.js';
import type { Use } from './asset-month.js';
import { isNotTakenOut, isStanding } from './standing.js';

/** Production of a system that counts for a month: in the issuance that stands, or by an adjustment. */
export interface CountedUse extends Use {
  readonly meterId: string;
  readonly assetId: string;
  readonly program: Program;
  readonly factor: Decimal;
  /** The issuance that it is in; null when an adjustment put it in. */
  readonly issuanceId: string | null;
}

/** Production of a system that is in force for a month. */
export interface InForceUse extends Omit<Use, 'eligibleKwh'> {
  readonly meterId: string;
}

interface UseText {
  readonly month: Month;
  readonly readingMonth: Month;
  readonly readingId: string;
  readonly systemId: string;
  readonly meterId: string;
  readonly productionKwh: string;
}

const key = sql`to_char(u.month, 'YYYY-MM') as month, to_char(u.reading_month, 'YYYY-MM') as "readingMonth",
  u.reading_id as "readingId", u.system_id as "systemId", r.meter_id as "meterId", u.production_kwh as "productionKwh"`;

/** What counts of a system's months now, in the order of months. The chains of the assets concerned must be locked. */
export async function countedUses(
  em: EntityManager,
  systemId: string,
  months: readonly Month[],
): Promise<CountedUse[]> {
  const found = await rows<
    UseText & Pick<CountedUse, 'assetId' | 'program' | 'issuanceId'> & { eligibleKwh: string; factor: string }
  >(
    em,
    sql`select ${key}, u.eligible_kwh as "eligibleKwh", i.asset_id as "assetId", i.program, step.srec_factor as factor,
               i.id as "issuanceId"
        from reading_use u
        join issuance i on i.id = u.issuance_id and ${isStanding('i.id')}
        join issuance_system step on step.issuance_id = i.id and step.system_id = u.system_id
        join reading r on r.month = u.reading_month and r.id = u.reading_id
        where ${ofSystem(systemId, months)} and ${isNotTakenOut}
        union all
        select ${key}, u.eligible_kwh, a.asset_id, a.program, a.srec_factor, null
        from adjustment_use u
        join adjustment a on a.id = u.adjustment_id
        join reading r on r.month = u.reading_month and r.id = u.reading_id
        where u.sign = 1 and ${ofSystem(systemId, months)} and ${isNotTakenOut}
        order by 1, 2, 3`,
  );
  return found.map(({ productionKwh, eligibleKwh, factor, ...use }) => ({
    ...use,
    productionKwh: new Decimal(productionKwh),
    eligibleKwh: new Decimal(eligibleKwh),
    factor: new Decimal(factor),
  }));
}

/** What is in force of a system's months and not forfeited. */
export async function usesInForce(
  em: EntityManager,
  systemId: string,
  months: readonly Month[],
): Promise<InForceUse[]> {
  const found = await rows<UseText>(
    em,
    sql`select to_char(u.month, 'YYYY-MM') as month, to_char(u.reading_month, 'YYYY-MM') as "readingMonth",
               u.reading_id as "readingId", u.system_id as "systemId", u.meter_id as "meterId", u.production_kwh as "productionKwh"
        from production_in_force u where ${ofSystem(systemId, months)} and not u.forfeited order by 1, 2, 3`,
  );
  return found.map(({ productionKwh, ...use }) => ({ ...use, productionKwh: new Decimal(productionKwh) }));
}

/** The assets whose chains say anything of a system's months. */
export async function assetsConcerned(
  em: EntityManager,
  systemId: string,
  months: readonly Month[],
): Promise<string[]> {
  const found = await rows<{ assetId: string }>(
    em,
    sql`select i.asset_id as "assetId" from reading_use u join issuance i on i.id = u.issuance_id where ${ofSystem(systemId, months)}
        union
        select a.asset_id from adjustment_use u join adjustment a on a.id = u.adjustment_id where ${ofSystem(systemId, months)}
        order by 1`,
  );
  return found.map(each => each.assetId);
}

/** The term of a programme that a month of a system lies in. */
export async function termOf(em: EntityManager, systemId: string, program: Program, month: Month): Promise<Term> {
  const [term] = await rows<Term>(
    em,
    sql`select q.effective_on as "effectiveOn", q.last_eligible_quarter as "lastEligibleQuarter"
        from statement_of_qualification q
        where q.system_id = ${systemId} and q.program = ${program}
          and q.effective_on < ${monthToDate(month)}::date + interval '1 month'
        order by q.effective_on desc limit 1`,
  );
  if (!term) throw new Error(`system ${systemId} was counted under ${program} in ${month} without a statement`);
  return term;
}

function ofSystem(systemId: string, months: readonly Month[]): Sql {
  return sql`u.system_id = ${systemId} and u.month = any(${months.map(monthToDate)}::date[])`;
}
