import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext } from '../boundary/context.js';
import type { SubmissionMode } from '../metering/reading.input.js';
import { perform } from '../platform/perform.js';
import { rowsOfBatch } from './limits.js';
import type { ReportingPlace } from './reporting-place.js';
import { UploadEntity, type UploadFormat, type UploadRow } from './upload.entity.js';

/** How an upload is asked for. */
export interface UploadRequest {
  readonly key: string;
  readonly mode: SubmissionMode;
  readonly format: UploadFormat;
  readonly dryRun: boolean;
  /** Where to. */
  readonly place: ReportingPlace;
}

/**
 * The upload of a key: a new one, or the one that was begun under it. The key is claimed as that of a mutation is, so one that was used for
 * something else, in the other mode or for another place, is refused with IDEMPOTENCY_KEY_REUSED. A dry run begins none: null, unless there is one.
 */
export async function openUpload(
  context: AccountContext,
  { key, mode, format, dryRun, place }: UploadRequest,
): Promise<UploadRow | null> {
  const { conformanceRunId } = place;
  const input = conformanceRunId === null ? { mode } : { mode, conformanceRunId };
  const request = { mutation: 'POST /readings', input, idempotencyKey: key, dryRun };
  const { uploadId } = await perform(context, request, async verb => {
    await place.admit(verb);
    const { em, now } = verb;
    const upload = em.create(UploadEntity, {
      accountId: context.actor.accountId,
      organisationId: context.actor.organisationId,
      key,
      mode,
      format,
      conformanceRunId,
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
