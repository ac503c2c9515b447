import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf, monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { parseMonth } from '../domain/month.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { empty, join, rows, type Sql, sql } from '../platform/sql.js';
import type { Adjustment } from './correction.type.js';
import { adjustmentIsVisible } from './scope.js';
import { isStanding } from './standing.js';

/** An adjustment with what it refers to. */
export type AdjustmentRecord = Adjustment & {
  readonly assetId: string;
  readonly systemId: string;
  readonly correctionId: string;
};

function selectAdjustments(actor: Actor, condition: Sql, rest: Sql): Sql {
  return sql`select a.id, a.kind, a.program, to_char(a.month, 'YYYY-MM') as month, a.srec_factor as "srecFactor",
                    a.production_kwh as "productionKwh", a.reported_mwh as "reportedMwh", a.eligible_mwh as "eligibleMwh",
                    c.reason, to_char(i.month, 'YYYY-MM') as "appliedIn",
                    a.occurred_at as "occurredAt", a.asset_id as "assetId", a.system_id as "systemId",
                    a.correction_id as "correctionId"
             from adjustment a
             join correction c on c.id = a.correction_id
             left join adjustment_application applied on applied.adjustment_id = a.id
             left join issuance i on i.id = applied.issuance_id
             where ${condition} and ${adjustmentIsVisible(actor, 'a')} ${rest}`;
}

async function adjustmentsOf(em: EntityManager, query: Sql): Promise<AdjustmentRecord[]> {
  const found = await rows<Omit<AdjustmentRecord, 'occurredAt'> & { readonly occurredAt: string }>(em, query);
  return found.map(each => ({ ...each, occurredAt: instantOf(each.occurredAt) }));
}

/** Adjustments that an actor may see, newest first; those that wait for the next issuance alone, if asked for. */
export function listAdjustments(
  em: EntityManager,
  actor: Actor,
  pendingOnly: boolean,
  page: PageArgs,
): Promise<Page<AdjustmentRecord>> {
  return pageOf(
    page,
    1,
    (key, limit) =>
      adjustmentsOf(
        em,
        selectAdjustments(
          actor,
          pendingOnly ? sql`applied.adjustment_id is null` : sql`true`,
          sql`${key ? sql`and a.id < ${key[0]}::bigint` : empty} order by a.id desc limit ${limit}`,
        ),
      ),
    adjustment => [adjustment.id],
  );
}

/** An asset, programme and month, as issuances are told apart. */
export interface IssuancePlace {
  readonly assetId: string;
  readonly program: string;
  readonly month: string;
}

/** The adjustments that went into months of assets, oldest first; those of a month that was issued anew with it. */
export function appliedAdjustments(
  em: EntityManager,
  actor: Actor,
  places: readonly IssuancePlace[],
): Promise<AdjustmentRecord[]> {
  const into = sql`(i.asset_id, i.program, to_char(i.month, 'YYYY-MM')) in (${placesOf(places)})`;
  return adjustmentsOf(em, selectAdjustments(actor, into, sql`order by a.id`));
}

/** The adjustments that were made to the months of assets, oldest first. */
export function adjustmentsToMonths(
  em: EntityManager,
  actor: Actor,
  places: readonly IssuancePlace[],
): Promise<AdjustmentRecord[]> {
  const of = sql`(a.asset_id, a.program, to_char(a.month, 'YYYY-MM')) in (${placesOf(places)})`;
  return adjustmentsOf(em, selectAdjustments(actor, of, sql`order by a.id`));
}

function placesOf(places: readonly IssuancePlace[]): Sql {
  return join(places.map(({ assetId, program, month }) => sql`(${assetId}::bigint, ${program}::text, ${month}::text)`));
}

/** A line of the report of a quarter that what is known now contradicts. */
export interface ReportDifference {
  readonly gisId: string;
  readonly month: string;
  readonly reportedMwh: string;
  readonly nowMwh: string;
}

/** Where the frozen report of a quarter and what is known now differ, by asset and month: what became adjustments. */
export function reportDifferences(
  em: EntityManager,
  runId: string,
  quarter: Quarter,
  page: PageArgs,
): Promise<Page<ReportDifference>> {
  const months = monthsOf(quarter);
  return pageOf(
    page,
    2,
    (key, limit) =>
      rows<ReportDifference>(
        em,
        sql`with known as (
              select i.asset_id, i.month, i.reported_mwh as mwh from issuance i
              where i.run_id = ${runId} and ${isStanding('i.id')}
              union all
              select a.asset_id, a.month, a.reported_mwh from adjustment a
              where a.kind = 'PRIOR_PERIOD' and a.month between ${monthToDate(months[0])}::date and ${monthToDate(months[2])}::date
            ), now as (
              select asset.gis_id, known.month, sum(known.mwh) as mwh
              from known join gis_asset asset on asset.id = known.asset_id
              where asset.gis_id like 'NON%' group by asset.gis_id, known.month
            )
            select gis_id as "gisId", to_char(month, 'YYYY-MM') as month, trim_scale(coalesce(line.reported_mwh, 0))::text as "reportedMwh",
                   trim_scale(coalesce(now.mwh, 0))::text as "nowMwh"
            from gis_report_lines(${runId}) line full join now using (gis_id, month)
            where coalesce(line.reported_mwh, 0) <> coalesce(now.mwh, 0)
              ${key ? sql`and (gis_id collate "C", to_char(month, 'YYYY-MM')) > (${key[0]} collate "C", ${parseMonth(key[1] ?? '')})` : empty}
            order by gis_id collate "C", month limit ${limit}`,
      ),
    difference => [difference.gisId, difference.month],
  );
}
