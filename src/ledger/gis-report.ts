import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { parseMonth } from '../domain/month.js';
import type { Quarter } from '../domain/quarter.js';
import { empty, maybeRow, row, rows, sql } from '../platform/sql.js';
import type { GisReport, GisReportLine } from './gis-report.type.js';
import type { ReportRun } from './report-assets.js';

/** Freezes the report of a run: its lines are what was written by now, its hash is that of the file. */
export async function freezeReport(em: EntityManager, run: ReportRun, now: Date): Promise<void> {
  await rows(
    em,
    sql`insert into gis_report (run_id, line_count, reported_mwh, sha256, frozen_at, frozen_by)
        select ${run.id}, count(*), coalesce(sum(reported_mwh), 0), sha256(convert_to(gis_report_file(${run.id}), 'UTF8')),
               ${now}, ${run.reportedBy}
        from gis_report_lines(${run.id})`,
  );
  await rows(em, sql`update issuance_run set frozen_at = ${now} where id = ${run.id} and frozen_at is null`);
}

/**
 * The file that was uploaded to the GIS for a quarter, `digits of NON id,MM/YYYY,MWh`, byte for byte as on that day; null when the
 * quarter is not reported. Source: domain 4.
 */
export async function gisReportFile(em: EntityManager, quarter: Quarter): Promise<string | null> {
  const report = await maybeRow<{ runId: string }>(
    em,
    sql`select report.run_id as "runId" from gis_report report join issuance_run run on run.id = report.run_id
        where run.quarter = ${quarter}`,
  );
  if (!report) return null;
  const { file } = await row<{ file: string }>(em, sql`select gis_report_file(${report.runId}) as file`);
  return file;
}

/** A frozen report, with the run that it is of. */
export type GisReportRecord = GisReport & { readonly runId: string };

/** The frozen report of a quarter, or null. */
export async function findGisReport(em: EntityManager, quarter: Quarter): Promise<GisReportRecord | null> {
  const report = await maybeRow<Omit<GisReportRecord, 'frozenAt' | 'path'> & { readonly frozenAt: string }>(
    em,
    sql`select run.quarter, report.run_id as "runId", report.frozen_at as "frozenAt", report.line_count as "lineCount",
               report.reported_mwh as "reportedMwh", encode(report.sha256, 'hex') as sha256
        from gis_report report join issuance_run run on run.id = report.run_id where run.quarter = ${quarter}`,
  );
  return report && { ...report, frozenAt: instantOf(report.frozenAt), path: `/gis-reports/${quarter}.csv` };
}

/** The lines of a frozen report, by asset and month. */
export function listReportLines(em: EntityManager, runId: string, page: PageArgs): Promise<Page<GisReportLine>> {
  return pageOf(
    page,
    2,
    (key, limit) =>
      rows<GisReportLine>(
        em,
        sql`select gis_id as "gisId", to_char(month, 'YYYY-MM') as month, reported_mwh as "reportedMwh", line
            from gis_report_lines(${runId})
            where true ${key ? sql`and (gis_id collate "C", to_char(month, 'YYYY-MM')) > (${key[0]} collate "C", ${parseMonth(key[1] ?? '')})` : empty}
            order by gis_id collate "C", month limit ${limit}`,
      ),
    line => [line.gisId, line.month],
  );
}
