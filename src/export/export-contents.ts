import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import type { Page, PageArgs } from '../boundary/page.js';
import { listEntries, listHoldings } from '../ledger/list-ledger.js';
import { empty, row, rows, type Sql, sql } from '../platform/sql.js';
import { column, optional } from '../publication/tables/column.js';
import { systemIsVisible } from '../system/scope.js';
import type { ExportContent, ExportRow } from './export.entity.js';
import type { ContentPage, ExportTable } from './export-table.js';

/** Systems whose rows go into one piece of a file. */
const systemsAtOnce = 500;
/** Rows of a list that go into one piece. */
const rowsAtOnce = 500;

type Months = Pick<ExportRow, 'fromMonth' | 'toMonth'>;

/** What can be exported, with its columns. Whose rows is what the lists of the API say. */
export const exportTables: Readonly<Record<ExportContent, ExportTable>> = {
  SYSTEMS: bySystem(
    [
      column('ptsId', 'ID', 'The PTS id.'),
      column('name', 'TEXT', 'Name of the system.'),
      column('technology', 'CODE', 'What drives it.'),
      column('capacityKw', 'DECIMAL', 'Nameplate capacity in kW.'),
      column('town', 'TEXT', 'City or town.'),
      optional('zip', 'TEXT', 'ZIP code.'),
      optional('facilityType', 'TEXT', 'Kind of the place it stands at.'),
      optional('utility', 'TEXT', 'Electric utility.'),
      optional('commercialOperationOn', 'DATE', 'Commercial operation date.'),
      optional('estimatedAnnualKwh', 'DECIMAL', 'Estimated annual production in kWh.'),
    ],
    ids => sql`
      select pts_id as "ptsId", name, technology, capacity_kw::text as "capacityKw", town, zip, facility_type as "facilityType",
             utility, commercial_operation_on::text as "commercialOperationOn", estimated_annual_kwh::text as "estimatedAnnualKwh"
      from system where id = any(${ids}::bigint[]) order by id`,
  ),
  READINGS: bySystem(
    [
      column('readingId', 'ID', 'Identifies the reading.'),
      column('ptsId', 'ID', 'The PTS id of the system.'),
      column('meterLabel', 'TEXT', 'The metering point.'),
      column('month', 'CODE', 'Month that it belongs to, `YYYY-MM`.'),
      column('readAt', 'INSTANT', 'When the meter was read.'),
      column('valueKwh', 'DECIMAL', 'Cumulative value in kWh.'),
      column('productionKwh', 'DECIMAL', 'Production of its month in kWh.'),
      column('channel', 'CODE', 'AUTOMATED or MANUAL.'),
      column('submittedAt', 'INSTANT', 'When it was submitted.'),
      column('inForce', 'YES_NO', 'false: another took its place.'),
    ],
    (ids, months) => sql`
      select r.id as "readingId", s.pts_id as "ptsId", m.label as "meterLabel", to_char(r.month, 'YYYY-MM') as month,
             ${instant(sql`r.read_at`)} as "readAt", r.value_kwh::text as "valueKwh", r.production_kwh::text as "productionKwh",
             r.channel, ${instant(sql`r.submitted_at`)} as "submittedAt", r.superseded_at is null as "inForce"
      from reading r join meter m on m.id = r.meter_id join system s on s.id = r.system_id
      where r.system_id = any(${ids}::bigint[]) and ${within(sql`r.month`, months)} order by r.system_id, r.month, r.id`,
  ),
  PRODUCTION: bySystem(
    [
      column('ptsId', 'ID', 'The PTS id of the system.'),
      column('meterLabel', 'TEXT', 'The metering point.'),
      column('month', 'CODE', 'Month of production, `YYYY-MM`.'),
      column('productionKwh', 'DECIMAL', 'Production in force in kWh.'),
      column('estimated', 'YES_NO', 'true: spread over missed months.'),
      column('forfeited', 'YES_NO', 'true: it counts for no certificate.'),
      column('readingId', 'ID', 'The reading that it comes from.'),
    ],
    (ids, months) => sql`
      select s.pts_id as "ptsId", m.label as "meterLabel", to_char(p.month, 'YYYY-MM') as month,
             p.production_kwh::text as "productionKwh", p.estimated, p.forfeited, p.reading_id as "readingId"
      from production_in_force p join meter m on m.id = p.meter_id join system s on s.id = p.system_id
      where p.system_id = any(${ids}::bigint[]) and ${within(sql`p.month`, months)}
      order by p.system_id, p.month, p.reading_month, p.reading_id`,
  ),
  CERTIFICATES: byPages(
    [
      column('range', 'CODE', 'Serial numbers as the market shows them.'),
      column('quantity', 'INTEGER', 'How many.'),
      column('program', 'CODE', 'The programme.'),
      column('vintageMonth', 'CODE', 'Month of generation, `YYYY-MM`.'),
      column('state', 'CODE', 'What became of them.'),
      optional('usableUntil', 'INTEGER', 'Last compliance year, where an auction minted them anew.'),
      column('tradedUntil', 'DATE', 'Last day on which they change hands.'),
    ],
    (em, actor, page) => listHoldings(em, actor, null, page),
  ),
  LEDGER_ENTRIES: byPages(
    [
      column('id', 'ID', 'Identifies the entry.'),
      column('kind', 'CODE', 'What happened.'),
      column('program', 'CODE', 'The programme.'),
      column('vintageMonth', 'CODE', 'Vintage month, `YYYY-MM`.'),
      optional('range', 'CODE', 'Serial numbers; empty for a remainder.'),
      optional('quantity', 'INTEGER', 'How many certificates.'),
      optional('remainderMwh', 'DECIMAL', 'MWh of a remainder.'),
      optional('adjustedMwh', 'DECIMAL', 'MWh of an adjustment.'),
      column('reason', 'TEXT', 'Why, in the words of who did it.'),
      column('occurredAt', 'INSTANT', 'When it happened.'),
      column('unit', 'CODE', 'Unit of the chain that it is in.'),
      column('unitHash', 'CODE', 'Hash of that unit.'),
    ],
    listEntries,
  ),
};

/** What belongs to systems: all that the systems of a piece have, so a row that comes while it is written is in it or is not. */
function bySystem(
  columns: ExportTable['columns'],
  select: (ids: readonly string[], months: Months) => Sql,
): ExportTable {
  return {
    columns,
    async pageAfter(em, actor, months, position): Promise<ContentPage> {
      const visible = systemIsVisible(actor, 's.id');
      const systems = await rows<{ id: string }>(
        em,
        sql`select s.id from system s where ${visible} ${position === null ? empty : sql`and s.id > ${position}::bigint`}
            order by s.id limit ${systemsAtOnce}`,
      );
      const ids = systems.map(({ id }) => id);
      const last = ids.at(-1);
      const next = ids.length < systemsAtOnce ? null : (last ?? null);
      if (last === undefined) return { systemIds: ids, rows: [], next, progressPercent: 100 };
      const { done, all } = await row<{ done: number; all: number }>(
        em,
        sql`select count(*) filter (where s.id <= ${last}::bigint)::int as done, count(*)::int as all from system s where ${visible}`,
      );
      const found = await rows<ContentPage['rows'][number]>(em, select(ids, months));
      return { systemIds: ids, rows: found, next, progressPercent: Math.floor((100 * done) / all) };
    },
  };
}

/** What the API lists by pages: the same pages, one after the other. How many there are is not known before the last. */
function byPages<Node extends object>(
  columns: ExportTable['columns'],
  list: (em: EntityManager, actor: Actor, page: PageArgs) => Promise<Page<Node>>,
): ExportTable {
  return {
    columns,
    async pageAfter(em, actor, _months, position): Promise<ContentPage> {
      const { edges, pageInfo } = await list(em, actor, { first: rowsAtOnce, after: position });
      const found = edges.map(({ node }) => node as Readonly<Record<string, unknown>>);
      return {
        systemIds: [],
        rows: found.map(node => Object.fromEntries(columns.map(({ key }) => [key, textOf(node[key])]))),
        next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
        progressPercent: pageInfo.hasNextPage ? 0 : 100,
      };
    },
  };
}

function textOf(value: unknown) {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function within(month: Sql, { fromMonth, toMonth }: Months): Sql {
  return sql`true ${fromMonth ? sql`and ${month} >= ${monthToDate(fromMonth)}::date` : empty}
    ${toMonth ? sql`and ${month} <= ${monthToDate(toMonth)}::date` : empty}`;
}

function instant(column: Sql): Sql {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
