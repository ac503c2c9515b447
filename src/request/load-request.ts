import type { Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import {
  RequestDocumentEntity,
  type RequestDocumentRow,
  RequestEventEntity,
  type RequestEventRow,
} from './request.entity.js';

const eventsOfRequest = 'events of a request';
const evidenceOfRequest = 'evidence of a request';

/** What was done to a request, in order; batched. */
export function loadEvents(context: Context, requestId: string): Promise<readonly RequestEventRow[]> {
  return loadMany(
    context,
    eventsOfRequest,
    requestId,
    ids => context.em.find(RequestEventEntity, { requestId: { $in: [...ids] } }, { orderBy: { sequence: 'asc' } }),
    event => event.requestId,
  );
}

/** The documents that stand behind a request, oldest first; batched. */
export function loadEvidence(context: Context, requestId: string): Promise<readonly RequestDocumentRow[]> {
  return loadMany(
    context,
    evidenceOfRequest,
    requestId,
    ids => context.em.find(RequestDocumentEntity, { requestId: { $in: [...ids] } }, { orderBy: { documentId: 'asc' } }),
    document => document.requestId,
  );
}
