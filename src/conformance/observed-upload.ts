import type { AccountContext } from '../boundary/context.js';
import type { SubmittedRow } from '../metering/judge-rows.js';
import { refusalOf } from '../platform/refusal-of.js';
import { outcomesByBatch } from '../submission/list-outcomes.js';
import type { UploadRequest } from '../submission/open-upload.js';
import { outcomeOf } from '../submission/outcomes.js';
import { EndedEarly, receiveUpload } from '../submission/receive-upload.js';
import type { ReceivedUpload } from '../submission/received-upload.js';
import type { SubmittedRows } from '../submission/submitted-rows.js';
import { maximumRowsOfRun, refuseFull } from './calls-of-run.js';
import { findOwnRun } from './find-run.js';
import { GatheredRows } from './gathered-rows.js';
import { noteInRun } from './note-in-run.js';
import { placeOfRun } from './place-of-run.js';
import { type RecordedRow, recordedRow } from './recorded-call.js';

/** What of a file is to be noted. */
type NotedFile = Pick<Parameters<typeof noteInRun>[2], 'replayed' | 'code' | 'uploadId' | 'rows'>;

/**
 * A file as the house takes any, in a run of the sandbox, and beside it a note of what was sent, as `observedSubmission` makes one. All rows
 * are read first, for the note tells what of a file that was refused is sent again later; a run takes few. A file whose connection broke is
 * not noted: nobody was answered. NOT_FOUND; EndedEarly with TOO_MANY_ROWS, NOT_OPEN or what `receiveUpload` refuses.
 */
export async function observedUpload(
  context: AccountContext,
  runId: string,
  asked: Omit<UploadRequest, 'place'>,
  submitted: SubmittedRows,
): Promise<ReceivedUpload> {
  const run = await findOwnRun(context, runId);
  const gathered = await GatheredRows.of(submitted, maximumRowsOfRun);
  const { key, mode, format: form, dryRun } = asked;
  const note = (file: NotedFile) =>
    noteInRun(context, run.id, {
      ...{ kind: 'SUBMIT', key, form, content: { readings: gathered.rows.map(contentOf), mode }, dryRun },
      ...file,
    });
  try {
    const count = gathered.rows.length;
    if (count > maximumRowsOfRun) await refuseFull(context.em, run.id, count, null);
    const received = await receiveUpload(context, { ...asked, place: placeOfRun(run.id, count) }, gathered.again());
    const rows = await rowsOf(context, received, gathered.rows);
    await note({ replayed: received.replayedRows > 0, code: null, uploadId: received.receipt.id, rows });
    return received;
  } catch (error) {
    const early = error instanceof EndedEarly;
    const refusal = refusalOf(early ? error.cause : error);
    const uploadId = early ? (error.receipt?.id ?? null) : null;
    if (refusal) await note({ replayed: false, code: refusal.code, uploadId, rows: [] });
    throw error;
  }
}

/** What a row says, as the input of the mutation would say it. */
function contentOf(row: SubmittedRow): object {
  if ('unreadable' in row) return row;
  const { key, ...said } = row;
  return key === null || key === undefined ? said : { key, ...said };
}

async function rowsOf(
  { em }: AccountContext,
  { receipt, outcomes }: ReceivedUpload,
  given: readonly SubmittedRow[],
): Promise<RecordedRow[]> {
  const recorded: RecordedRow[] = [];
  for await (const batch of outcomes?.read() ?? outcomesByBatch(em, receipt.id ?? '0')) {
    for (const outcome of batch) recorded.push(recordedRow(outcomeOf(outcome), given[outcome.index]));
  }
  return recorded;
}
