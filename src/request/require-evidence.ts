import { Refusal } from '../domain/error.js';
import type { DocumentPurpose } from './request.entity.js';

/** Among the evidence is a document of a purpose; else EVIDENCE_REQUIRED names it. */
export function requireEvidence(
  evidence: readonly { readonly purpose: DocumentPurpose }[],
  purpose: DocumentPurpose,
): void {
  if (evidence.some(each => each.purpose === purpose)) return;
  throw new Refusal('EVIDENCE_REQUIRED', `This takes a document of purpose ${purpose}.`, { purpose });
}
