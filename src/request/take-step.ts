import { LockMode } from '@mikro-orm/core';
import { longestText, textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import { type RequestKind, type RequestStep, stateAfter } from '../domain/request-steps.js';
import type { Verb } from '../platform/perform.js';
import { row, sql, where } from '../platform/sql.js';
import { RequestEntity, RequestEventEntity, type RequestRow } from './request.entity.js';
import { requestIsVisible } from './scope.js';

/** A step and why it is taken. */
export interface StepTaken {
  readonly step: RequestStep;
  readonly reason: string;
}

/**
 * The request of an id, locked until the transaction ends, so that of two decisions the second sees the first. NOT_FOUND when there
 * is none of these kinds, or the actor may not see it.
 */
export async function lockRequest(
  { em, context }: Verb,
  id: string,
  kinds: readonly RequestKind[],
): Promise<RequestRow> {
  const request = await em.findOne(
    RequestEntity,
    { $and: [{ id, kind: { $in: [...kinds] } }, where(alias => requestIsVisible(context.actor, alias))] },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (request) return request;
  throw new Refusal('NOT_FOUND', `There is no such request ${id}, or it is not yours to see.`, { requestId: id });
}

/** As `lockRequest`, of the actor's own organisation. */
export async function lockOwnRequest(verb: Verb, id: string): Promise<RequestRow> {
  const { organisationId } = verb.context.actor;
  const request = await verb.em.findOne(
    RequestEntity,
    { id, organisationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (request) return request;
  throw new Refusal('NOT_FOUND', `There is no such request ${id}, or it is not yours.`, { requestId: id });
}

/** Takes a step: the state it leads to, and a line in the history. REQUEST_NOT_OPEN in a state in which it cannot be taken. */
export async function takeStep(verb: Verb, request: RequestRow, taken: StepTaken): Promise<void> {
  const state = stateAfter(request.state, taken.step);
  if (state === null) {
    throw new Refusal('REQUEST_NOT_OPEN', `Request ${request.id} is ${request.state}.`, {
      requestId: request.id,
      state: request.state,
    });
  }
  request.state = state;
  if (state !== 'DRAFT' && state !== 'SUBMITTED') request.decidedAt = verb.now;
  if (taken.step === 'VERIFIED') {
    request.verifiedAt = verb.now;
    request.verifiedBy = verb.context.actor.accountId;
  }
  await verb.em.flush();
  await recordStep(verb, request, taken);
}

/** Kinds whose content may name a person: their history, which is kept for ever, says nothing of it; the request itself does. */
const personalKinds: ReadonlySet<RequestKind> = new Set([
  'REGISTRATION',
  'DAS_PROVIDER',
  'REPORTER_CHANGE',
  'REC_TRANSFER',
  'GIS_HOLDER_CHANGE',
  'HOUSE_SALE',
]);

/** Writes a line of the history, with what was asked for then (unless that is personal). */
export async function recordStep({ em, context, now }: Verb, request: RequestRow, taken: StepTaken): Promise<void> {
  textOfLength(longestText, 'reason', taken.reason);
  const { next } = await row<{ next: number }>(
    em,
    sql`select coalesce(max(sequence), 0) + 1 as next from request_event where request_id = ${request.id}`,
  );
  const event = em.create(RequestEventEntity, {
    requestId: request.id,
    sequence: next,
    step: taken.step,
    content: personalKinds.has(request.kind) ? null : request.content,
    reason: taken.reason,
    occurredAt: now,
    accountId: context.actor.accountId,
  });
  await em.persist(event).flush();
}
