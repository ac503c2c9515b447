import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal, zero } from '../domain/decimal.js';
import { eligibleKwhInTerm } from '../domain/eligible-production.js';
import type { IssuanceCarry } from '../domain/issuance.js';
import type { LocalDate } from '../domain/local-date.js';
import { type Month, monthOf } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { plainArray } from '../platform/array-text.js';
import { eachOnce } from '../platform/each-once.js';
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
  readonly month: LocalDate;
  readonly gisAccountId: string | null;
  readonly systemId: string;
  readonly srecFactor: string;
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter | null;
  readonly readingMonth: LocalDate;
  readonly readingId: string;
  readonly productionKwh: string;
}

/**
 * What of a quarter's production in force may be issued for assets that have not been reported in it: what nothing hinders
 * (`issuable`); in the order of months, systems and readings. What concerns these assets is gathered first, each table under its own
 * name, and joined then: the planner would look it up anew for each reading, or read the quarter of everybody for each batch. `offset 0`
 * keeps it from doing so here: each system and asset is looked up once, by index.
 */
export async function usableProduction(
  em: EntityManager,
  assetIds: readonly string[],
  quarter: Quarter,
): Promise<UsableProduction[]> {
  const months = monthsOf(quarter);
  const inQuarter = sql`between ${monthToDate(months[0])}::date and ${monthToDate(months[2])}::date`;
  const members = await rows<{ assetId: string; systemId: string }>(
    em,
    sql`select asset.id as "assetId", member.system_id as "systemId"
        from unnest(${plainArray(assetIds)}::bigint[]) as asset (id)
        cross join lateral (select system_id from gis_asset_membership m where m.asset_id = asset.id offset 0) member
        where not exists (select from issuance i where i.asset_id = asset.id and i.month ${inQuarter})`,
  );
  if (members.length === 0) return [];
  const found = await rows<ProductionText>(
    em,
    sql`with asset as materialized (
          select id from unnest(${plainArray(distinct(members.map(each => each.assetId)))}::bigint[]) as asset (id)
        ), mine as materialized (
          select id from unnest(${plainArray(distinct(members.map(each => each.systemId)))}::bigint[]) as mine (id)
        ), p as materialized (
          select p.* from mine cross join lateral (
            select * from qualified_production p where p.system_id = mine.id and p.month ${inQuarter} offset 0) p
        ), system as materialized (
          select s.* from mine cross join lateral (select * from system s where s.id = mine.id offset 0) s
        ), meter as materialized (
          select m.* from mine cross join lateral (select * from meter m where m.system_id = mine.id offset 0) m
        ), gis_asset_membership as materialized (
          select m.* from asset cross join lateral (select * from gis_asset_membership m where m.asset_id = asset.id offset 0) m
        ), gis_asset_holder as materialized (
          select h.* from asset cross join lateral (select * from gis_asset_holder h where h.asset_id = asset.id offset 0) h
        )
        select member.asset_id as "assetId", p.program, p.month,
               holder.gis_account_id as "gisAccountId", p.system_id as "systemId", p.srec_factor as "srecFactor",
               p.effective_on as "effectiveOn", p.last_eligible_quarter as "lastEligibleQuarter",
               p.reading_month as "readingMonth", p.reading_id as "readingId",
               p.production_kwh as "productionKwh"
        from ${issuable(months[0], sql`p`)}
        order by p.month, p.system_id, p.reading_month, p.reading_id`,
  );
  return found.map(withEligible());
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/**
 * What is eligible of a system's month is decided on its sum; each reading gets what the sum gains by it, so that the parts add up to
 * the whole however they are rounded. Rows of a system and month come one after the other.
 */
function withEligible(): (text: ProductionText) => UsableProduction {
  let before = { systemId: '', month: '', sumKwh: zero, eligibleSumKwh: zero };
  const factorOf = eachOnce((text: string) => new Decimal(text));
  const monthOfDate = eachOnce(monthOf);
  return text => {
    const { systemId } = text;
    const month = monthOfDate(text.month);
    const productionKwh = new Decimal(text.productionKwh);
    const isFirst = before.systemId !== systemId || before.month !== month;
    const sumKwh = isFirst ? productionKwh : before.sumKwh.plus(productionKwh);
    const eligibleSumKwh = eligibleKwhInTerm(month, sumKwh, text);
    const eligibleKwh = isFirst ? eligibleSumKwh : eligibleSumKwh.minus(before.eligibleSumKwh);
    before = { systemId, month, sumKwh, eligibleSumKwh };
    return {
      assetId: text.assetId,
      program: text.program,
      month,
      gisAccountId: text.gisAccountId,
      systemId,
      factor: factorOf(text.srecFactor),
      readingMonth: monthOfDate(text.readingMonth),
      readingId: text.readingId,
      productionKwh,
      eligibleKwh,
    };
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
