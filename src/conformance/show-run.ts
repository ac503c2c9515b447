import { instantOf } from '../boundary/columns.js';
import type { Context } from '../boundary/context.js';
import { loadMany, loadOne } from '../boundary/loader.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { Refusal } from '../domain/error.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { countRows } from '../metering/report-rows.js';
import { maybeRow, rows, sql } from '../platform/sql.js';
import { conformanceCases } from './cases.js';
import {
  ConformanceCallEntity,
  type ConformanceCallRow,
  ConformanceCertificateEntity,
  type ConformanceCertificateRow,
  type ConformanceRunRow,
} from './conformance.entity.js';
import type {
  ConformanceCall,
  ConformanceCaseForm,
  ConformanceCaseResult,
  ConformanceRunState,
  ConformanceSystem,
} from './conformance.type.js';
import { isOpen } from './find-run.js';
import { findFleetMeter, fleetMeter, fleetMeterLabel, fleetSize } from './fleet.js';
import type { SubmissionForm } from './recorded-call.js';

/** The certificate that a run earned, or null. */
export function certificateOfRun(context: Context, runId: string): Promise<ConformanceCertificateRow | null> {
  return loadOne(
    context,
    'conformance certificate of a run',
    runId,
    ids => context.em.find(ConformanceCertificateEntity, { runId: { $in: [...ids] } }),
    certificate => certificate.runId,
  );
}

/** Where a run stands. */
export async function stateOfRun(context: Context, run: ConformanceRunRow): Promise<ConformanceRunState> {
  if (await certificateOfRun(context, run.id)) return 'PASSED';
  return isOpen(run, context.now) ? 'OPEN' : 'CLOSED';
}

/** That a case passed, by which call, and what its rows came in. */
interface Pass {
  readonly runId: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly form: SubmissionForm;
}

function passesOf(context: Context, runId: string): Promise<readonly Pass[]> {
  return loadMany(
    context,
    'passes of a conformance run',
    runId,
    ids =>
      rows<Pass>(
        context.em,
        sql`select pass.run_id as "runId", pass.case_id as "caseId", pass.sequence, pass.occurred_at as "occurredAt", call.form
            from conformance_pass pass join conformance_call call on call.run_id = pass.run_id and call.sequence = pass.sequence
            where pass.run_id = any(${[...ids]}::bigint[]) order by pass.case_id`,
      ),
    pass => pass.runId,
  );
}

/** What each case of a certificate was shown in: of a run that earned one, every case has passed. */
export async function formsOfCases(context: Context, runId: string): Promise<ConformanceCaseForm[]> {
  const passes = await passesOf(context, runId);
  return passes.map(({ caseId, form }) => ({ caseId, form }));
}

/** The cases of the list of today, and which of them passed in a run. */
export async function casesOfRun(context: Context, runId: string): Promise<ConformanceCaseResult[]> {
  const passes = await passesOf(context, runId);
  const byCase = new Map(passes.map(pass => [pass.caseId, pass]));
  return conformanceCases.map(({ id, title, whatToDo, whatIsChecked }) => {
    const pass = byCase.get(id);
    return {
      ...{ id, title, whatToDo, whatIsChecked },
      ...{ passed: pass !== undefined, passedAt: pass ? instantOf(pass.occurredAt) : null },
      ...{ passedBy: pass?.sequence ?? null, passedIn: pass?.form ?? null },
    };
  });
}

/** The systems of a run, by number. */
export function systemsOfRun(runId: string, page: PageArgs): Promise<Page<ConformanceSystem>> {
  return pageOf(
    page,
    1,
    async (key, limit) => {
      const first = key ? numberOf(runId, key[0] ?? '') + 1 : 1;
      const count = Math.max(0, Math.min(limit, fleetSize - first + 1));
      return Array.from({ length: count }, (_, at) => {
        const { ptsId, capacityKw, note, before } = fleetMeter(runId, first + at);
        const last = before[0];
        return {
          ...{ ptsId, meterLabel: fleetMeterLabel, capacityKw, note },
          ...{ readAt: last?.readAt ?? null, valueKwh: last?.valueKwh ?? null },
        };
      });
    },
    ({ ptsId }) => [ptsId],
  );
}

/** A receipt, with the outcomes of its rows. */
export type ReceiptOfCall = ConformanceCall & { readonly outcomes: readonly ReadingOutcome[] };

/** The receipt of the submission that was carried out first under a key; null when there is none. */
export async function receiptOf(context: Context, runId: string, key: string): Promise<ReceiptOfCall | null> {
  const call = await loadOne(
    context,
    `receipt in a conformance run ${key}`,
    runId,
    ids => firstCalls(context, ids, key),
    each => each.runId,
  );
  if (!call) return null;
  const { id, sequence, form, clockAt, receiptCode, rows: outcomes } = call;
  const uploadId = call.uploadId ?? null;
  return { ...{ id, sequence, key, form, uploadId, clockAt, receiptCode }, ...countRows(outcomes), outcomes };
}

/** What the receipt of a file shows beside: the submission of a run that it was, and the code in its receipt; null until it is done. */
export function submissionOfUpload(
  { em }: Pick<Context, 'em'>,
  uploadId: string,
): Promise<{ readonly callId: string; readonly receiptCode: string } | null> {
  return maybeRow(
    em,
    sql`select id as "callId", receipt_code as "receiptCode" from conformance_call
        where upload_id = ${uploadId} and kind = 'SUBMIT' and not dry_run and code is null order by sequence limit 1`,
  );
}

async function firstCalls(context: Context, runIds: readonly string[], key: string): Promise<ConformanceCallRow[]> {
  const first = await rows<{ id: string }>(
    context.em,
    sql`select distinct on (run_id) id from conformance_call
        where run_id = any(${[...runIds]}::bigint[]) and key = ${key} and kind = 'SUBMIT' and not dry_run and code is null
        order by run_id, sequence`,
  );
  return context.em.find(ConformanceCallEntity, { id: { $in: first.map(({ id }) => id) } });
}

/** A page of what became of the rows of a submission, in their order. */
export function outcomesOfCall({ outcomes }: ReceiptOfCall, page: PageArgs): Promise<Page<ReadingOutcome>> {
  return pageOf(
    page,
    1,
    async (key, limit) => {
      if (key && !/^\d{1,6}$/.test(key[0] ?? '')) throw notOurs();
      const after = key ? Number(key[0]) : -1;
      return outcomes.filter(({ index }) => index > after).slice(0, limit);
    },
    ({ index }) => [String(index)],
  );
}

/** The number of the system that a cursor leads to; BAD_USER_INPUT when it is none of the run. */
function numberOf(runId: string, ptsId: string): number {
  const meter = findFleetMeter(runId, ptsId, fleetMeterLabel);
  if (meter) return meter.number;
  throw notOurs();
}

function notOurs(): Refusal {
  return new Refusal('BAD_USER_INPUT', 'This is not a cursor of this connection.', { field: 'after' });
}
