import { longestText, textAtMost } from '../boundary/text-length.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import type { ReviewQualificationInput } from './application.input.js';
import { type QualificationContent, type QualificationReview, qualificationContentOf } from './application.js';
import type { QualificationAnswer } from './application-answer.js';
import { checkFactor, decidedFactor } from './decided-factor.js';

/**
 * Staff confirms market sector, factor and effective date of a submitted application. What is as proposed keeps the source of its
 * rule; where there is no proposal, or another value is entered, its source must be given: BAD_USER_INPUT names the field.
 */
export async function reviewQualification(verb: Verb, input: ReviewQualificationInput) {
  const request = await lockRequest(verb, input.requestId, ['QUALIFICATION']);
  textAtMost(longestText, 'factorSource', input.factorSource);
  textAtMost(longestText, 'effectiveSource', input.effectiveSource);
  const filed = qualificationContentOf(request);
  if (request.state === 'SUBMITTED' && filed.answer) {
    request.content = { ...filed, review: reviewOf(filed, filed.answer, input) };
  }
  await takeStep(verb, request, { step: 'REVIEWED', reason: input.reason });
  return { requestId: request.id, state: request.state, qualification: qualificationContentOf(request) };
}

function reviewOf(
  { program }: QualificationContent,
  answer: QualificationAnswer,
  input: ReviewQualificationInput,
): QualificationReview {
  const factor = proposedFactor(answer, input) ?? decidedFactor({ ...input, program });
  return {
    marketSector: factor.marketSector,
    srecFactor: decimalText(factor.srecFactor),
    factorSource: factor.factorSource,
    factorConfidence: factor.factorConfidence,
    effectiveOn: input.effectiveOn,
    effectiveSource: effectiveSourceOf(answer, input),
  };
}

/** The factor with the source of its rule, if sector and factor are those proposed. */
function proposedFactor(
  { factorProposal: proposal }: QualificationAnswer,
  { marketSector, srecFactor }: ReviewQualificationInput,
) {
  if (!proposal?.factor || !proposal.source || !srecFactor || marketSector !== proposal.sector) return null;
  if (!srecFactor.eq(proposal.factor)) return null;
  checkFactor(srecFactor);
  return {
    marketSector,
    srecFactor,
    factorSource: `${proposal.source}: ${proposal.rule}; ${proposal.sectorSource}: ${proposal.sectorRule}`,
    factorConfidence: proposal.confidence ?? 'DECISION',
  };
}

function effectiveSourceOf(answer: QualificationAnswer, input: ReviewQualificationInput): string {
  if (input.effectiveOn === answer.effectiveOn) return answer.effectiveSource;
  if (input.effectiveSource) return input.effectiveSource;
  throw new Refusal('BAD_USER_INPUT', 'An effective date that is not proposed takes its source.', {
    field: 'effectiveSource',
    proposed: answer.effectiveOn,
    assumed: answer.assumedEffectiveOn,
  });
}
