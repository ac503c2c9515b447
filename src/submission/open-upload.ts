import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext } from '../boundary/context.js';
import type { SubmissionMode } from '../metering/reading.input.js';
import { perform } from '../platform/perform.js';
import { rowsOfBatch } from './limits.js';
import { UploadEntity, type UploadFormat, type UploadRow } from './upload.entity.js';

/** How an upload is asked for. */
export interface UploadRequest {
  readonly key: string;
  readonly mode: SubmissionMode;
  readonly format: UploadFormat;
  readonly dryRun: boolean;
}

/**
 * The upload of a key: a new one, or the one that was begun under it. The key is claimed as that of a mutation is, so one that was used for
 * something else, or in the other mode, is refused with IDEMPOTENCY_KEY_REUSED. A dry run begins none: null, unless there is one.
 */
export async function openUpload(
  context: AccountContext,
  { key, mode, format, dryRun }: UploadRequest,
): Promise<UploadRow | null> {
  const request = { mutation: 'POST /readings', input: { mode }, idempotencyKey: key, dryRun };
  const { uploadId } = await perform(context, request, async ({ em, now }) => {
    const upload = em.create(UploadEntity, {
      accountId: context.actor.accountId,
      organisationId: context.actor.organisationId,
      key,
      mode,
      format,
      state: 'INCOMPLETE',
      batchRows: rowsOfBatch,
      createdAt: now,
    });
    await em.flush();
    return { uploadId: dryRun ? null : upload.id };
  });
  return uploadId === null ? null : uploadById(context.em, uploadId);
}

/** An upload as it stands now. */
export function uploadById(em: EntityManager, id: string): Promise<UploadRow> {
  return em.fork().findOneOrFail(UploadEntity, { id });
}
