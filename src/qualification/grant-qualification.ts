import { longestName, longestText, reasonAtMost, textAtMost } from '../boundary/text-length.js';
import { refuseWhileIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import { decidedFactor, refuseOtherTechnology } from './decided-factor.js';
import type { GrantQualificationInput } from './qualification.input.js';
import { writeStatements } from './write-statements.js';

/**
 * Enters a statement of qualification that DOER granted (history, or decided outside): the system earns certificates for what it
 * produces in its term, at the factor that is fixed here, and after the term one REC for each MWh. What today's rules would not
 * give is flagged, since the decision is the regulator's.
 */
export async function grantQualification(verb: Verb, input: GrantQualificationInput) {
  reasonAtMost(input.reason);
  textAtMost(longestName, 'sqNumber', input.sqNumber);
  textAtMost(longestText, 'factorSource', input.factorSource);
  await refuseWhileIssuing(verb.em);
  const system = await requireSystem(verb.em, verb.context.actor, input.ptsId);
  refuseOtherTechnology(input.program, system);
  const outcome = await writeStatements(verb, system, {
    sqNumber: input.sqNumber,
    program: input.program,
    effectiveOn: input.effectiveOn,
    lastEligibleQuarter: input.lastEligibleQuarter ?? null,
    ...decidedFactor(input),
    decidedOn: input.decidedOn ?? null,
    requestId: null,
    reason: input.reason,
  });
  return { ptsId: system.ptsId, ...outcome };
}
