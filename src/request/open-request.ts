import { LockMode } from '@mikro-orm/core';
import { requireDocuments } from '../document/require-documents.js';
import { Refusal } from '../domain/error.js';
import { type RequestKind, stateAfter } from '../domain/request-steps.js';
import type { Outcome, Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import { type DocumentPurpose, RequestDocumentEntity, RequestEntity, type RequestRow } from './request.entity.js';
import { recordStep } from './take-step.js';

/** The most documents that one request names. */
const mostDocuments = 20;

/** What is asked for, by whom the verb says. */
export interface Asked {
  readonly kind: RequestKind;
  readonly systemId: string | null;
  /** The shape that the kind has in the slice that decides on it: plain JSON. */
  readonly content: Outcome;
  readonly documents: readonly { readonly documentId: string; readonly purpose: DocumentPurpose }[];
  readonly reason: string;
  /** false: it stays a draft, which only its own organisation sees. */
  readonly submit: boolean;
  /** A draft of the organisation that this takes the place of. */
  readonly draftId?: string | null;
  readonly receiptHash?: Buffer;
}

/**
 * Drafts or submits a request in the name of the actor's organisation. What the kind demands of its content is checked before.
 *
 * NOT_FOUND a draft or a document that is not the organisation's; REQUEST_NOT_OPEN a draft that was submitted already;
 * REQUEST_IN_PROGRESS when one of its kind is submitted for the system (a DAS provider's: for the organisation); BAD_USER_INPUT a
 * document named twice, and more documents than a request names.
 */
export async function openRequest(verb: Verb, asked: Asked): Promise<RequestRow> {
  const { em, context, now } = verb;
  refuseTooMany(asked.documents.length);
  refuseRepeated(asked.documents.map(each => each.documentId));
  await requireDocuments(
    em,
    context.actor,
    asked.documents.map(each => each.documentId),
  );
  const request = asked.draftId ? await draftOf(verb, asked.draftId, asked.kind) : await begun(verb, asked);
  request.content = asked.content;
  request.systemId = asked.systemId;
  if (asked.submit) {
    await refuseInProgress(verb, asked);
    request.state = 'SUBMITTED';
    request.submittedAt = now;
  }
  await em.flush();
  await em.nativeDelete(RequestDocumentEntity, { requestId: request.id });
  for (const { documentId, purpose } of asked.documents) {
    em.persist(em.create(RequestDocumentEntity, { requestId: request.id, documentId, purpose }));
  }
  await recordStep(verb, request, { step: asked.submit ? 'SUBMITTED' : 'DRAFTED', reason: asked.reason });
  return request;
}

async function begun({ em, context, now }: Verb, asked: Asked): Promise<RequestRow> {
  const request = em.create(RequestEntity, {
    kind: asked.kind,
    state: 'DRAFT',
    systemId: asked.systemId,
    organisationId: context.actor.organisationId,
    content: asked.content,
    receiptHash: asked.receiptHash ?? null,
    createdAt: now,
    createdBy: context.actor.accountId,
  });
  await em.persist(request).flush();
  return request;
}

async function draftOf({ em, context }: Verb, id: string, kind: RequestKind): Promise<RequestRow> {
  const draft = await em.findOne(
    RequestEntity,
    { id, kind, organisationId: context.actor.organisationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!draft)
    throw new Refusal('NOT_FOUND', `There is no draft ${id} of this kind, or it is not yours.`, { requestId: id });
  if (stateAfter(draft.state, 'DRAFTED') === null) {
    throw new Refusal('REQUEST_NOT_OPEN', `Request ${id} is ${draft.state}: only a draft can be changed.`, {
      requestId: id,
      state: draft.state,
    });
  }
  return draft;
}

function refuseTooMany(documents: number): void {
  if (documents <= mostDocuments) return;
  throw new Refusal('BAD_USER_INPUT', `A request names at most ${mostDocuments} documents.`, {
    field: 'evidence',
    maximum: mostDocuments,
  });
}

/** A document stands behind a request once. */
function refuseRepeated(ids: readonly string[]): void {
  const repeated = ids.find((id, at) => ids.indexOf(id) !== at);
  if (repeated === undefined) return;
  throw new Refusal('BAD_USER_INPUT', `Document ${repeated} is named twice.`, { field: 'evidence', value: repeated });
}

/** One of a kind in progress for a system, one application of a provider. What it is for is locked, so that two wait for each other. */
async function refuseInProgress({ em, context }: Verb, { kind, systemId }: Asked): Promise<void> {
  const { organisationId } = context.actor;
  let other: RequestRow | null = null;
  if (systemId !== null) {
    await row(em, sql`select id from system where id = ${systemId} for no key update`);
    other = await em.findOne(RequestEntity, { kind, systemId, state: 'SUBMITTED' });
  } else if (kind === 'DAS_PROVIDER') {
    await row(em, sql`select id from organisation where id = ${organisationId} for no key update`);
    other = await em.findOne(RequestEntity, { kind, organisationId, state: 'SUBMITTED' });
  }
  if (!other) return;
  const whose = systemId === null ? 'your organisation' : 'this system';
  throw new Refusal('REQUEST_IN_PROGRESS', `A request of kind ${kind} is in progress for ${whose}.`, { kind });
}
