import type { AccountContext } from '../boundary/context.js';
import { type Batch, batchesOf } from './batches.js';
import { IdSet } from './id-set.js';
import { inTurn } from './in-turn.js';
import { rowsOfBatch } from './limits.js';
import { openUpload, type UploadRequest, uploadById } from './open-upload.js';
import { readAhead } from './read-ahead.js';
import { receiveWhole } from './receive-whole.js';
import type { ReceivedUpload } from './received-upload.js';
import type { ReportingPlace } from './reporting-place.js';
import { doBatch, endUpload } from './store-batch.js';
import type { SubmittedRows } from './submitted-rows.js';
import type { UploadRow } from './upload.entity.js';

/** An upload that ended before its last row was done; the receipt says how far it came. */
export class EndedEarly extends Error {
  constructor(
    readonly receipt: UploadRow | null,
    cause: unknown,
  ) {
    super('the upload ended early', { cause });
  }
}

/**
 * Reports the readings of a file that is still on its way, row by row: all that `submitReadings` does, for any number of rows.
 *
 * PARTIAL: batches are stored as they come, each in a transaction of its own; sent again under the same key, what is stored is not done
 * again. ATOMIC, and a dry run: the rows are kept on disk until the last has come, then all are done in one transaction.
 *
 * EndedEarly holds what ended it: a broken file (BAD_USER_INPUT), TOO_MANY_ROWS, IDEMPOTENCY_KEY_REUSED, a connection that was cut.
 */
export async function receiveUpload(
  context: AccountContext,
  request: UploadRequest,
  submitted: SubmittedRows,
): Promise<ReceivedUpload> {
  await request.place.prepare(context);
  const upload = await openUpload(context, request);
  const batches = batchesOf(submitted, upload?.batchRows ?? rowsOfBatch);
  try {
    if (request.dryRun || !upload || request.mode === 'ATOMIC')
      return await receiveWhole(context, request, upload, batches);
    return await receiveInParts(context, request.place, upload, batches);
  } catch (error) {
    throw new EndedEarly(upload && (await uploadById(context.em, upload.id)), error);
  }
}

async function receiveInParts(
  context: AccountContext,
  place: ReportingPlace,
  upload: UploadRow,
  batches: AsyncIterable<Batch>,
): Promise<ReceivedUpload> {
  const seen = new IdSet();
  let rowCount = 0;
  let replayedRows = 0;
  for await (const batch of readAhead(batches)) {
    const { meterIds, replayed } = await inTurn(() => doBatch(context, place, upload, batch, seen));
    seen.add(meterIds);
    rowCount += batch.rows.length;
    if (replayed) replayedRows += batch.rows.length;
  }
  await context.em.fork().transactional(em => endUpload(em, context, upload, rowCount, 'COMPLETED'));
  return { receipt: await uploadById(context.em, upload.id), dryRun: false, replayedRows, outcomes: null };
}
