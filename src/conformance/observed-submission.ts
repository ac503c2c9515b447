import type { AccountContext } from '../boundary/context.js';
import { decimalText } from '../domain/decimal.js';
import { type MutationRequest, perform } from '../platform/perform.js';
import { refusalOf } from '../platform/refusal-of.js';
import type { SubmitConformanceReadingsInput } from './conformance.input.js';
import { findRun } from './find-run.js';
import { noteCall } from './note-call.js';
import type { RecordedRow } from './recorded-call.js';
import { submitConformanceReadings } from './submit-conformance-readings.js';

type Submission = Omit<MutationRequest, 'input'> & { readonly input: SubmitConformanceReadingsInput };

/**
 * A submission as the house performs any, and beside it a note of what was called: also of dry runs, retries and refused calls, of which
 * `perform` keeps nothing. The note has a transaction of its own, after the submission; where it is lost, a retry is noted in its place.
 */
export async function observedSubmission(context: AccountContext, request: Submission) {
  const { input, idempotencyKey: key, dryRun } = request;
  const { runId, readings, mode } = input;
  const note = async (replayed: boolean, code: string | null, rows: readonly RecordedRow[]) => {
    const run = await findRun(context.em, context.actor, runId);
    if (run?.organisationId !== context.actor.organisationId) return;
    const content = { readings, mode: mode ?? 'PARTIAL' };
    const call = { kind: 'SUBMIT', key, content, dryRun, replayed, code, rows } as const;
    await context.em.fork().transactional(em => noteCall(em, runId, call, context.now));
  };
  const outcome = await perform(context, request, verb => submitConformanceReadings(verb, input)).catch(
    async (error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal) await note(false, refusal.code, []);
      throw error;
    },
  );
  const rows = outcome.outcomes.map((each, at): RecordedRow => {
    const reading = readings[at];
    return {
      ...each,
      ptsId: reading?.ptsId ?? '',
      meterLabel: reading?.meterLabel ?? '',
      readAt: reading?.readAt.toISOString() ?? '',
      valueKwh: reading ? decimalText(reading.valueKwh) : '',
    };
  });
  await note(outcome.replayed, null, rows);
  return outcome;
}
