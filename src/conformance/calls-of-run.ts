import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import { row, rows, sql } from '../platform/sql.js';
import type { RecordedCall } from './recorded-call.js';

/** The most calls, and rows of all calls together, of a run: many times what the cases take. */
const maximumCalls = 500;
export const maximumRowsOfRun = 20_000;

/** What has been called in a run, and done there of files that are not noted: those under way, or that broke. One file is left out. */
async function sizeOf(
  em: EntityManager,
  runId: string,
  besides: string | null,
): Promise<{ readonly calls: number; readonly rows: number }> {
  return row(
    em,
    sql`select count(*)::int as calls,
               (coalesce(sum(row_count), 0) + (
                 select coalesce(sum(u.row_count), 0) from upload u
                 where u.conformance_run_id = ${runId} and u.id is distinct from ${besides}::bigint and not exists (
                   select from conformance_call noted where noted.upload_id = u.id and noted.kind = 'SUBMIT' and noted.code is null)))::int as rows
        from conformance_call where run_id = ${runId}`,
  );
}

/** Whether a run has no room for a call of so many rows; a file is named by its id. */
export async function isFull(
  em: EntityManager,
  runId: string,
  rowsMore: number,
  uploadId: string | null,
): Promise<boolean> {
  const size = await sizeOf(em, runId, uploadId);
  return size.calls >= maximumCalls || size.rows + rowsMore > maximumRowsOfRun;
}

/** Refuses a call for which a run has no room: TOO_MANY_ROWS. */
export async function refuseFull(
  em: EntityManager,
  runId: string,
  rowsMore: number,
  uploadId: string | null,
): Promise<void> {
  if (!(await isFull(em, runId, rowsMore, uploadId))) return;
  const message = `A run takes ${maximumCalls} calls and ${maximumRowsOfRun} rows; start another.`;
  throw new Refusal('TOO_MANY_ROWS', message, { rows: rowsMore, maximum: maximumRowsOfRun, maximumCalls });
}

/** Every call of a run in its order, as the cases look at it. */
export function callsOfRun(em: EntityManager, runId: string): Promise<RecordedCall[]> {
  return rows<RecordedCall>(
    em,
    sql`select sequence, kind, form, key, encode(content_hash, 'hex') as content, dry_run as "dryRun", replayed, code, rows
        from conformance_call where run_id = ${runId} order by sequence`,
  );
}
