import type { EntityManager } from '@mikro-orm/postgresql';
import { requireLiveCredential } from '../account/require-live-credential.js';
import type { AccountContext } from '../boundary/context.js';
import { Refusal } from '../domain/error.js';
import type { ReadingOutcome } from '../metering/reading.type.js';
import { countRows } from '../metering/report-rows.js';
import { maybeRow, row, rows, sql } from '../platform/sql.js';
import type { Batch } from './batches.js';
import type { IdSet } from './id-set.js';
import { keptBatch, outcomesOfBatch } from './outcomes.js';
import type { ReportingPlace } from './reporting-place.js';
import type { UploadBatchRow, UploadRow, UploadState } from './upload.entity.js';

/** A batch that is done: now, or when it was sent before (`replayed`). */
export interface DoneBatch {
  readonly meterIds: readonly string[];
  readonly replayed: boolean;
}

/**
 * Does a batch of an upload in a transaction of its own, unless it is done already: two uploads under one key, here or in
 * another process, come one after the other, and whoever comes second finds it done. Seven statements beside those of its place.
 * UNAUTHENTICATED once its credential was revoked: what is stored stays, and may be gone on from with another one.
 */
export function doBatch(
  context: AccountContext,
  place: ReportingPlace,
  upload: UploadRow,
  batch: Batch,
  seen: IdSet,
): Promise<DoneBatch> {
  return context.em.fork().transactional(async em => {
    const state = await lockUpload(em, upload.id);
    await requireLiveCredential(em, context.actor);
    const stored = await storedBatch(em, upload.id, batch);
    if (stored) return { meterIds: stored.meterIds, replayed: true };
    if (state !== 'INCOMPLETE') throw otherContent(upload, batch.firstIndex);
    const call = { rows: batch.rows, firstIndex: batch.firstIndex, hadMeter: (id: string) => seen.has(id) };
    const { outcomes, meterIds } = await place.report({ em, context, now: context.now }, call, upload.id);
    await insertBatch(em, context, upload.id, { ...batch, outcomes, meterIds });
    return { meterIds, replayed: false };
  });
}

/** Locks an upload until the transaction ends; its state. */
export async function lockUpload(em: EntityManager, uploadId: string): Promise<UploadState> {
  const { state } = await row<{ state: UploadState }>(
    em,
    sql`select state from upload where id = ${uploadId} for no key update`,
  );
  return state;
}

/** What a batch came to when it was sent before; null when it was not. IDEMPOTENCY_KEY_REUSED when its rows said something else. */
export async function storedBatch(
  em: EntityManager,
  uploadId: string,
  { number, firstIndex, contentHash }: Batch,
  { withOutcomes = false }: { readonly withOutcomes?: boolean } = {},
): Promise<{ readonly meterIds: readonly string[]; readonly outcomes: readonly ReadingOutcome[] } | null> {
  const stored = await maybeRow<
    { contentHash: Buffer; meterIds: string[] } & Pick<UploadBatchRow, 'outcomes' | 'kept'>
  >(
    em,
    sql`select content_hash as "contentHash", meter_ids::text[] as "meterIds",
               case when ${withOutcomes}::boolean then outcomes end as outcomes, case when ${withOutcomes}::boolean then kept end as kept
        from upload_batch where upload_id = ${uploadId} and number = ${number}`,
  );
  if (!stored) return null;
  if (!stored.contentHash.equals(contentHash)) throw otherContent({ id: uploadId }, firstIndex);
  return { meterIds: stored.meterIds, outcomes: outcomesOfBatch({ ...stored, firstIndex }) };
}

/** The rows of an upload are not those that were sent under its key before. */
export function otherContent({ id }: Pick<UploadRow, 'id'>, index: number): Refusal {
  return new Refusal(
    'IDEMPOTENCY_KEY_REUSED',
    `Under this key other rows were sent before, from row ${index + 1} on or in the batch that begins there.`,
    { uploadId: id, index },
  );
}

/** A batch with what became of its rows. */
export interface AnsweredBatch extends Pick<Batch, 'number' | 'firstIndex' | 'contentHash'> {
  readonly outcomes: readonly ReadingOutcome[];
  readonly meterIds: readonly string[];
}

/** Stores what became of a batch, and counts it in its upload. */
export async function insertBatch(
  em: EntityManager,
  { now }: AccountContext,
  uploadId: string,
  { number, firstIndex, contentHash, outcomes, meterIds }: AnsweredBatch,
): Promise<void> {
  const { accepted, superseded, duplicates, refused } = countRows(outcomes);
  await rows(
    em,
    sql`insert into upload_batch (upload_id, number, first_index, row_count, content_hash, accepted, superseded, duplicates, refused,
                                  meter_ids, kept, occurred_at)
        values (${uploadId}, ${number}, ${firstIndex}, ${outcomes.length}, ${contentHash}, ${accepted}, ${superseded}, ${duplicates},
                ${refused}, ${meterIds}::bigint[], ${JSON.stringify(keptBatch(outcomes))}::jsonb, ${now})`,
  );
  await rows(
    em,
    sql`update upload set row_count = row_count + ${outcomes.length}, accepted = accepted + ${accepted},
               superseded = superseded + ${superseded}, duplicates = duplicates + ${duplicates}, refused = refused + ${refused}
        where id = ${uploadId}`,
  );
}

/** Ends an upload whose last row is done. IDEMPOTENCY_KEY_REUSED when more rows were sent under its key before. */
export async function endUpload(
  em: EntityManager,
  { now }: AccountContext,
  upload: UploadRow,
  rowCount: number,
  state: UploadState,
): Promise<void> {
  const { state: before, rowCount: done } = await row<{ state: UploadState; rowCount: number }>(
    em,
    sql`select state, row_count as "rowCount" from upload where id = ${upload.id} for no key update`,
  );
  if (done !== rowCount) throw otherContent(upload, Math.min(done, rowCount));
  if (before !== 'INCOMPLETE') return;
  await rows(em, sql`update upload set state = ${state}, completed_at = ${now} where id = ${upload.id}`);
}
