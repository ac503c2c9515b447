import type { EntityManager } from '@mikro-orm/postgresql';
import { requireLiveCredential } from '../account/require-live-credential.js';
import type { AccountContext } from '../boundary/context.js';
import { refusedTogether } from '../metering/judge-rows.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { countRows, type RowCounts } from '../metering/report-rows.js';
import { serially } from '../platform/serially.js';
import { type Batch, type PlainRow, plainRow, rowOfPlain } from './batches.js';
import { IdSet } from './id-set.js';
import { inTurn } from './in-turn.js';
import { rowsOfBatch } from './limits.js';
import { type UploadRequest, uploadById } from './open-upload.js';
import { outcomeOf, storedOutcome } from './outcomes.js';
import type { ReceivedUpload } from './received-upload.js';
import type { ReportingPlace } from './reporting-place.js';
import { Spool } from './spool.js';
import { endUpload, insertBatch, lockUpload, otherContent, storedBatch } from './store-batch.js';
import type { StoredOutcome, UploadRow } from './upload.entity.js';

/** A batch as it waits on disk for the last row. */
type WaitingBatch = Omit<Batch, 'rows' | 'contentHash'> & { readonly rows: readonly PlainRow[]; readonly hash: string };
/** What became of it, until that is stored or sent. */
type JudgedBatch = Omit<WaitingBatch, 'rows'> & {
  readonly outcomes: readonly StoredOutcome[];
  readonly meterIds: readonly string[];
};

/** What all batches came to. */
interface Judged extends RowCounts {
  readonly rowCount: number;
  readonly replayedRows: number;
}

/** Ends the transaction of what is not to be stored, and carries the sums out of it. */
class NotStored extends Error {
  constructor(readonly judged: Judged) {
    super('nothing is stored');
  }
}

/** An upload that is done in one transaction once its last row has come: all or none, or nothing at all. */
export async function receiveWhole(
  context: AccountContext,
  request: UploadRequest,
  upload: UploadRow | null,
  batches: AsyncIterable<Batch>,
): Promise<ReceivedUpload> {
  const waiting = await Spool.open<WaitingBatch>();
  const answered = await Spool.open<JudgedBatch>();
  let answeredLater = false;
  try {
    for await (const { number, firstIndex, rows, contentHash } of batches) {
      await waiting.add({ number, firstIndex, rows: rows.map(plainRow), hash: contentHash.toString('hex') });
    }
    const judged = await serially(`whole uploads of account ${context.actor.accountId}`, () =>
      inTurn(() => judgeAndStore(context, request, upload, waiting, answered)),
    );
    if (!request.dryRun && upload) {
      const receipt = await uploadById(context.em, upload.id);
      return { receipt, dryRun: false, replayedRows: judged.replayedRows, outcomes: null };
    }
    answeredLater = true;
    return dryRunOf(context, request, judged, answered);
  } finally {
    await waiting.close();
    if (!answeredLater) await answered.close();
  }
}

async function judgeAndStore(
  context: AccountContext,
  request: UploadRequest,
  upload: UploadRow | null,
  waiting: Spool<WaitingBatch>,
  answered: Spool<JudgedBatch>,
): Promise<Judged> {
  const { mode, dryRun, place } = request;
  answered.clear();
  try {
    return await context.em.fork().transactional(async em => {
      const open = upload === null || (await lockUpload(em, upload.id)) === 'INCOMPLETE';
      if (open) await place.lock(em, context, waiting.values());
      const judged = await judgeAll(em, context, place, upload, open, waiting, answered);
      if (upload && !open) await endUpload(em, context, upload, judged.rowCount, 'COMPLETED');
      if (dryRun || !upload || (open && mode === 'ATOMIC' && judged.refused > 0)) throw new NotStored(judged);
      if (!open) return judged;
      await storeAll(em, context, upload, answered, outcomes => outcomes.map(outcomeOf));
      await endUpload(em, context, upload, judged.rowCount, 'COMPLETED');
      return judged;
    });
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
    const refused = mode === 'ATOMIC' && error.judged.refused > 0;
    if (!refused) return error.judged;
    if (dryRun || !upload) return togetherOf(error.judged);
    const { judged } = error;
    const first = await context.em.fork().transactional(async em => {
      if ((await lockUpload(em, upload.id)) !== 'INCOMPLETE') return false;
      await storeAll(em, context, upload, answered, outcomes => refusedTogether(outcomes.map(outcomeOf)));
      await endUpload(em, context, upload, judged.rowCount, 'REFUSED');
      return true;
    });
    return first ? judged : judgeAndStore(context, request, upload, waiting, answered);
  }
}

/** Judges all batches in order, each upon what those before it stored; what is done already keeps the answer it got. */
async function judgeAll(
  em: EntityManager,
  context: AccountContext,
  place: ReportingPlace,
  upload: UploadRow | null,
  open: boolean,
  waiting: Spool<WaitingBatch>,
  answered: Spool<JudgedBatch>,
): Promise<Judged> {
  const seen = new IdSet();
  const sums = { accepted: 0, superseded: 0, duplicates: 0, refused: 0, rowCount: 0, replayedRows: 0 };
  for await (const { number, firstIndex, rows, hash } of waiting.values()) {
    const batch = { number, firstIndex, rows: rows.map(rowOfPlain), contentHash: Buffer.from(hash, 'hex') };
    await requireLiveCredential(em, context.actor);
    const stored = upload && (await storedBatch(em, upload.id, batch, { withOutcomes: true }));
    if (!stored && !open && upload) throw otherContent(upload, firstIndex);
    const call = { rows: batch.rows, firstIndex, hadMeter: (id: string) => seen.has(id) };
    const verb = { em, context, now: context.now };
    const done = stored ?? (await place.report(verb, call, upload?.id ?? null));
    seen.add(done.meterIds);
    add(sums, done.outcomes, stored !== null);
    await answered.add({
      number,
      firstIndex,
      hash,
      outcomes: done.outcomes.map(storedOutcome),
      meterIds: done.meterIds,
    });
  }
  return sums;
}

function add(
  sums: { -readonly [sum in keyof Judged]: number },
  outcomes: readonly ReadingOutcome[],
  replayed: boolean,
): void {
  const counts = countRows(outcomes);
  sums.accepted += counts.accepted;
  sums.superseded += counts.superseded;
  sums.duplicates += counts.duplicates;
  sums.refused += counts.refused;
  sums.rowCount += outcomes.length;
  if (replayed) sums.replayedRows += outcomes.length;
}

/** All or none, and one was refused: nothing of it counts as accepted. */
function togetherOf(judged: Judged): Judged {
  return { ...judged, accepted: 0, superseded: 0, refused: judged.rowCount - judged.duplicates };
}

async function storeAll(
  em: EntityManager,
  context: AccountContext,
  upload: UploadRow,
  answered: Spool<JudgedBatch>,
  said: (outcomes: readonly StoredOutcome[]) => readonly ReadingOutcome[],
): Promise<void> {
  for await (const { number, firstIndex, hash, outcomes, meterIds } of answered.values()) {
    const contentHash = Buffer.from(hash, 'hex');
    await insertBatch(em, context, upload.id, { number, firstIndex, contentHash, outcomes: said(outcomes), meterIds });
  }
}

/** What a dry run tells: a receipt that was never stored, and the outcomes from disk, once. */
function dryRunOf(
  context: AccountContext,
  { key, mode, format, place }: UploadRequest,
  { replayedRows, ...judged }: Judged,
  answered: Spool<JudgedBatch>,
): ReceivedUpload {
  const together = mode === 'ATOMIC' && judged.refused > 0;
  const receipt = {
    ...judged,
    id: null,
    accountId: context.actor.accountId,
    organisationId: context.actor.organisationId,
    key,
    mode,
    format,
    conformanceRunId: place.conformanceRunId,
    state: together ? ('REFUSED' as const) : ('COMPLETED' as const),
    batchRows: rowsOfBatch,
    createdAt: context.now,
    recordedAt: context.now,
    completedAt: context.now,
  };
  const outcomes = { read: () => spooledOutcomes(answered, together), discard: () => answered.close() };
  return { receipt, dryRun: true, replayedRows, outcomes };
}

async function* spooledOutcomes(
  answered: Spool<JudgedBatch>,
  together: boolean,
): AsyncGenerator<readonly StoredOutcome[]> {
  for await (const { outcomes } of answered.values()) {
    yield together ? refusedTogether(outcomes.map(outcomeOf)) : outcomes;
  }
}
