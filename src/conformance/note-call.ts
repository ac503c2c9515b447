import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { maybeRow, row, rows, sql } from '../platform/sql.js';
import { callsOfRun, isFull } from './calls-of-run.js';
import { conformanceCases } from './cases.js';
import { ConformanceRunEntity } from './conformance.entity.js';
import { isOpen } from './find-run.js';
import { issueConformanceCertificate } from './issue-certificate.js';
import type { RecordedCall } from './recorded-call.js';

/** A call as it is noted: its content is hashed here; `uploadId` is the receipt of a file. */
export type NotedCall = Omit<RecordedCall, 'sequence' | 'content'> & {
  readonly content: unknown;
  readonly uploadId: string | null;
};

/**
 * Notes a call in its run, looks which cases it passed, and issues the certificate when no case is left. In the transaction of `em`; a
 * run that is closed or full notes nothing.
 */
export async function noteCall(em: EntityManager, runId: string, call: NotedCall, now: Date): Promise<void> {
  const locked = await maybeRow<{ clockAt: string }>(
    em,
    sql`select clock_at as "clockAt" from conformance_run where id = ${runId} for update`,
  );
  const run = await em.findOneOrFail(ConformanceRunEntity, runId);
  if (!locked || !isOpen(run, now) || (await isFull(em, runId, call.rows.length, call.uploadId))) return;
  const { last } = await row<{ last: number }>(
    // once the lock is held: what waited for it sees the calls before it
    em,
    sql`select coalesce(max(sequence), 0) as last from conformance_call where run_id = ${runId}`,
  );
  const contentHash = createHash('sha256').update(canonicalJson(call.content)).digest();
  const clockAt = instantOf(locked.clockAt);
  await rows(
    em,
    sql`insert into conformance_call (run_id, sequence, kind, form, upload_id, key, content_hash, dry_run, replayed, code, row_count, rows, clock_at,
          receipt_code, occurred_at)
        values (${runId}, ${last + 1}, ${call.kind}, ${call.form}, ${call.uploadId}, ${call.key}, ${contentHash}, ${call.dryRun}, ${call.replayed}, ${call.code},
          ${call.rows.length}, ${JSON.stringify(call.rows)}::jsonb, ${clockAt}, ${randomBytes(12).toString('hex')}, ${now})`,
  );
  await passCases(em, runId, now);
}

async function passCases(em: EntityManager, runId: string, now: Date): Promise<void> {
  const known = await rows<{ caseId: string }>(
    em,
    sql`select case_id as "caseId" from conformance_pass where run_id = ${runId}`,
  );
  const passed = new Set(known.map(({ caseId }) => caseId));
  const open = conformanceCases.filter(({ id }) => !passed.has(id));
  if (open.length === 0) return;
  const calls = await callsOfRun(em, runId);
  for (const { id, passedBy } of open) {
    const sequence = passedBy(calls);
    if (sequence === null) continue;
    passed.add(id);
    await rows(
      em,
      sql`insert into conformance_pass (run_id, case_id, sequence, occurred_at) values (${runId}, ${id}, ${sequence}, ${now})`,
    );
  }
  if (conformanceCases.every(({ id }) => passed.has(id))) await issueConformanceCertificate(em, runId, now);
}
