import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal, zero } from '../domain/decimal.js';
import { eligibleKwhInTerm } from '../domain/eligible-production.js';
import type { IssuanceCarry } from '../domain/issuance.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { rows, sql } from '../platform/sql.js';
import { issuable } from './issuable.js';

/** Production of one reading for one month of an asset, with what of it is eligible. */
export interface UsableProduction {
  readonly assetId: string;
  readonly program: Program;
  readonly month: Month;
  readonly gisAccountId: string | null;
  readonly systemId: string;
  readonly factor: Decimal;
  readonly readingMonth: Month;
  readonly readingId: string;
  readonly productionKwh: Decimal;
  readonly eligibleKwh: Decimal;
}

interface ProductionText {
  readonly assetId: string;
  readonly program: Program;
  readonly month: Month;
  readonly gisAccountId: string | null;
  readonly systemId: string;
  readonly srecFactor: string;
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter | null;
  readonly readingMonth: Month;
  readonly readingId: string;
  readonly productionKwh: string;
}

/**
 * What of a quarter's production in force may be issued for assets that have not been reported in it: what nothing hinders
 * (`issuable`); ordered by asset, programme, month and system. Looked up system by system: `offset 0` keeps the planner from reading
 * the quarter of everybody for each batch.
 */
export async function usableProduction(
  em: EntityManager,
  assetIds: readonly string[],
  quarter: Quarter,
): Promise<UsableProduction[]> {
  const months = monthsOf(quarter);
  const from = monthToDate(months[0]);
  const to = monthToDate(months[2]);
  const production = sql`(
          select distinct mine.system_id from gis_asset_membership mine where mine.asset_id = any(${assetIds}::bigint[])) mine
        cross join lateral (
          select qualified.* from qualified_production qualified
          where qualified.system_id = mine.system_id and qualified.month between ${from}::date and ${to}::date
          offset 0) p`;
  const found = await rows<ProductionText>(
    em,
    sql`select member.asset_id as "assetId", p.program, to_char(p.month, 'YYYY-MM') as month,
               holder.gis_account_id as "gisAccountId", p.system_id as "systemId", p.srec_factor as "srecFactor",
               p.effective_on as "effectiveOn", p.last_eligible_quarter as "lastEligibleQuarter",
               to_char(p.reading_month, 'YYYY-MM') as "readingMonth", p.reading_id as "readingId",
               p.production_kwh as "productionKwh"
        from ${issuable(months[0], production)}
          and member.asset_id = any(${assetIds}::bigint[])
          and not exists (select from issuance i where i.asset_id = member.asset_id and i.month between ${from}::date and ${to}::date)
        order by member.asset_id, p.program, p.month, p.system_id, p.reading_month, p.reading_id`,
  );
  return found.map(withEligible());
}

/**
 * What is eligible of a system's month is decided on its sum; each reading gets what the sum gains by it, so that the parts add up to
 * the whole however they are rounded. Rows of a system and month come one after the other.
 */
function withEligible(): (text: ProductionText) => UsableProduction {
  let before = { of: '', productionKwh: zero, eligibleKwh: zero };
  return ({ srecFactor, effectiveOn, lastEligibleQuarter, ...text }) => {
    const of = `${text.systemId} ${text.month}`;
    if (before.of !== of) before = { of, productionKwh: zero, eligibleKwh: zero };
    const productionKwh = new Decimal(text.productionKwh);
    const sumKwh = before.productionKwh.plus(productionKwh);
    const eligibleSumKwh = eligibleKwhInTerm(text.month, sumKwh, { effectiveOn, lastEligibleQuarter });
    const eligible = eligibleSumKwh.minus(before.eligibleKwh);
    before = { of, productionKwh: sumKwh, eligibleKwh: eligibleSumKwh };
    return { ...text, factor: new Decimal(srecFactor), productionKwh, eligibleKwh: eligible };
  };
}

/** What assets carry out of their last issued month, by `carryKey`. */
export async function closingCarries(
  em: EntityManager,
  assetIds: readonly string[],
): Promise<Map<string, IssuanceCarry>> {
  const found = await rows<{
    assetId: string;
    program: Program;
    gisCarryMwh: string;
    factors: string[] | null;
    carriesKwh: string[] | null;
  }>(
    em,
    sql`select last.asset_id as "assetId", last.program, last.closing_gis_carry_mwh as "gisCarryMwh",
               step.factors, step.carries as "carriesKwh"
        from unnest(${assetIds}::bigint[]) as asset (id)
        cross join (values ('SREC_I'), ('SREC_II'), ('CLASS_I')) as program (name)
        cross join lateral (
          select i.* from issuance i where i.asset_id = asset.id and i.program = program.name
          order by i.month desc, i.revision desc limit 1) last
        left join lateral (
          select array_agg(f.srec_factor::text) as factors, array_agg(f.closing_pts_carry_kwh::text) as carries
          from issuance_factor f where f.issuance_id = last.id and f.closing_pts_carry_kwh > 0
            and last.closing_pts_carry_kwh > 0) step on true`,
  );
  return new Map(
    found.map(each => [
      carryKey(each.assetId, each.program),
      {
        gisCarryMwh: new Decimal(each.gisCarryMwh),
        ptsCarries: (each.factors ?? []).map((factor, index) => ({
          factor: new Decimal(factor),
          kwh: new Decimal(each.carriesKwh?.[index] ?? 0),
        })),
      },
    ]),
  );
}

/** An asset's carry is kept by programme. */
export function carryKey(assetId: string, program: Program): string {
  return `${assetId} ${program}`;
}
