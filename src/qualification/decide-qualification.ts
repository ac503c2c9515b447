import { longestName, textAtMost } from '../boundary/text-length.js';
import { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import { refuseWhileIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { row, sql } from '../platform/sql.js';
import type { RequestRow } from '../request/request.entity.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import { requireSystem } from '../system/find-system.js';
import type { DecideQualificationInput } from './application.input.js';
import { qualificationContentOf, unitOf } from './application.js';
import { answerOf, refuseIneligible } from './application-answer.js';
import { writeStatements } from './write-statements.js';

/**
 * The regulator decides on an application: the statement is granted as staff confirmed it (with the one of Class I that continues
 * it), or the application is denied. Of two decisions at once one is taken. The rules are asked again, with what is on record of
 * the system now. CONFLICT when staff reviewed it again since the review that is named.
 */
export async function decideQualification(verb: Verb, input: DecideQualificationInput) {
  const request = await lockRequest(verb, input.requestId, ['QUALIFICATION']);
  await requireLastReview(verb, request, input);
  await takeStep(verb, request, { step: input.approve ? 'APPROVED' : 'DENIED', reason: input.reason });
  const decided = { requestId: request.id, state: request.state };
  if (input.approve) return { ...decided, ...(await grant(verb, request, input)) };
  const { ptsId } = qualificationContentOf(request);
  return { ...decided, ptsId, statementId: null, lastEligibleQuarter: null, classIFrom: null, flags: [] };
}

/** The review that is named is the last one; for an application that is decided already there is nothing to compare. */
async function requireLastReview({ em }: Verb, request: RequestRow, { reviewSequence }: DecideQualificationInput) {
  if (reviewSequence === null || reviewSequence === undefined || request.state !== 'SUBMITTED') return;
  const { last } = await row<{ last: number | null }>(
    em,
    sql`select max(sequence) as last from request_event where request_id = ${request.id} and step = 'REVIEWED'`,
  );
  if (last === reviewSequence) return;
  throw new Refusal('CONFLICT', `Review ${reviewSequence} is not the last one of request ${request.id}.`, {
    requestId: request.id,
    reviewSequence,
    lastReviewSequence: last,
  });
}

async function grant(verb: Verb, request: RequestRow, { sqNumber, reason }: DecideQualificationInput) {
  await refuseWhileIssuing(verb.em);
  const { ptsId, program, unit, filedOn, review } = qualificationContentOf(request);
  if (!review || !filedOn) {
    throw new Refusal('REQUEST_NOT_OPEN', `Request ${request.id} was not reviewed by staff yet.`, {
      requestId: request.id,
      missing: 'reviewQualification',
    });
  }
  if (!sqNumber) {
    throw new Refusal('BAD_USER_INPUT', 'A statement of qualification has a number.', {
      field: 'sqNumber',
      value: sqNumber ?? null,
    });
  }
  textAtMost(longestName, 'sqNumber', sqNumber);
  const system = await requireSystem(verb.em, verb.context.actor, ptsId);
  refuseIneligible(program, answerOf(program, unitOf(program, unit, system), filedOn));
  const outcome = await writeStatements(verb, system, {
    sqNumber,
    program,
    effectiveOn: review.effectiveOn,
    lastEligibleQuarter: null,
    marketSector: review.marketSector,
    srecFactor: new Decimal(review.srecFactor),
    factorSource: review.factorSource,
    factorConfidence: review.factorConfidence,
    decidedOn: localDateOf(verb.now),
    requestId: request.id,
    reason,
  });
  return { ptsId, ...outcome };
}
