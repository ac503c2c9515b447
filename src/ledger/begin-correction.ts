import { reasonAtMost } from '../boundary/text-length.js';
import { requireDocuments } from '../document/require-documents.js';
import { Refusal } from '../domain/error.js';
import { refuseWhileIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import type { SystemRow } from '../system/system.entity.js';
import {
  CorrectionDocumentEntity,
  CorrectionEntity,
  type CorrectionKind,
  type CorrectionRow,
} from './correction.entity.js';

/** What every decision of staff on production says about itself. */
export interface CorrectionGiven {
  readonly ptsId: string;
  readonly documentIds: readonly string[];
  readonly reason: string;
}

/**
 * Enters a decision of staff with its reason and evidence, and keeps quarters from being reported or issued until it is done.
 * QUARTER_BEING_ISSUED, NOT_FOUND (system, document), EVIDENCE_REQUIRED without a document, BAD_USER_INPUT without a reason, or with
 * one that is too long.
 */
export async function beginCorrection(
  { em, context, now }: Verb,
  kind: CorrectionKind,
  given: CorrectionGiven,
): Promise<{ readonly system: SystemRow; readonly correction: CorrectionRow }> {
  await refuseWhileIssuing(em);
  const system = await requireSystem(em, context.actor, given.ptsId);
  if (given.reason.trim() === '') {
    throw new Refusal('BAD_USER_INPUT', 'A correction says why.', { field: 'reason' });
  }
  reasonAtMost(given.reason);
  const documentIds = [...new Set(given.documentIds)];
  if (documentIds.length === 0) {
    throw new Refusal('EVIDENCE_REQUIRED', 'A correction names the documents that stand behind it.', {
      field: 'documentIds',
    });
  }
  await requireDocuments(em, context.actor, documentIds);
  const correction = em.create(CorrectionEntity, {
    kind,
    systemId: system.id,
    reason: given.reason,
    occurredAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(correction).flush();
  for (const documentId of documentIds) {
    em.persist(em.create(CorrectionDocumentEntity, { correctionId: correction.id, documentId }));
  }
  await em.flush();
  return { system, correction };
}
