import type { AccountContext } from '../boundary/context.js';
import { type MutationRequest, perform } from '../platform/perform.js';
import { refusalOf } from '../platform/refusal-of.js';
import type { SubmitConformanceReadingsInput } from './conformance.input.js';
import { noteInRun } from './note-in-run.js';
import { type RecordedRow, recordedRow } from './recorded-call.js';
import { submitConformanceReadings } from './submit-conformance-readings.js';

type Submission = Omit<MutationRequest, 'input'> & { readonly input: SubmitConformanceReadingsInput };

/** A submission as the house performs any, and beside it a note of what was called. */
export async function observedSubmission(context: AccountContext, request: Submission) {
  const { input, idempotencyKey: key, dryRun } = request;
  const { runId, readings, mode } = input;
  const content = { readings, mode: mode ?? 'PARTIAL' };
  const note = (replayed: boolean, code: string | null, rows: readonly RecordedRow[]) =>
    noteInRun(context, runId, {
      ...{ kind: 'SUBMIT', form: 'MUTATION', key, content, dryRun, replayed, code, uploadId: null, rows },
    });
  const outcome = await perform(context, request, verb => submitConformanceReadings(verb, input)).catch(
    async (error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal) await note(false, refusal.code, []);
      throw error;
    },
  );
  const rows = outcome.outcomes.map((each, at) => recordedRow(each, readings[at]));
  await note(outcome.replayed, null, rows);
  return outcome;
}
