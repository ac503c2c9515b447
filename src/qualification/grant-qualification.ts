import { decimalPlacesAtMost } from '../boundary/decimal-places.js';
import { type Decimal, decimalText, one } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { lastEligibleQuarterOf } from '../domain/opt-in-term.js';
import { quarterOfDate } from '../domain/quarter.js';
import { refuseWhileIssuing } from '../platform/issuing-lock.js';
import type { Verb } from '../platform/perform.js';
import { requireSystem } from '../system/find-system.js';
import type { GrantQualificationInput } from './qualification.input.js';
import { flagsOfDecision } from './qualification-flags.js';
import { StatementOfQualificationEntity } from './statement-of-qualification.entity.js';

/**
 * Grants a statement of qualification: from now on the system earns certificates for what it produces in its term, at the
 * factor that is fixed here. What today's rules would not give is flagged, since the decision is the regulator's.
 */
export async function grantQualification({ em, context, now }: Verb, input: GrantQualificationInput) {
  await refuseWhileIssuing(em);
  const system = await requireSystem(em, context.actor, input.ptsId);
  if (system.technology !== 'SOLAR_PV') {
    throw new Refusal('NOT_ELIGIBLE', 'Only solar photovoltaic systems qualify for SRECs.', {
      technology: system.technology,
      rule: 'program/003',
    });
  }
  const lastEligibleQuarter = input.lastEligibleQuarter ?? lastEligibleQuarterOf(input.effectiveOn);
  if (lastEligibleQuarter < quarterOfDate(input.effectiveOn)) {
    throw new Refusal('BAD_USER_INPUT', 'The term ends before it begins.', {
      field: 'lastEligibleQuarter',
      value: lastEligibleQuarter,
    });
  }
  const factor = factorOf(input);
  const flags = flagsOfDecision({
    capacityKw: system.capacityKw,
    state: system.state,
    effectiveOn: input.effectiveOn,
    lastEligibleQuarter,
  });
  em.persist(
    em.create(StatementOfQualificationEntity, {
      systemId: system.id,
      sqNumber: input.sqNumber,
      program: input.program,
      effectiveOn: input.effectiveOn,
      lastEligibleQuarter,
      marketSector: input.program === 'SREC_II' ? (input.marketSector ?? null) : null,
      srecFactor: decimalText(factor),
      factorSource: input.factorSource ?? 'program/003: SREC I has no factor',
      factorConfidence: input.program === 'SREC_I' ? 'PROGRAM' : 'DECISION',
      flags,
      decidedOn: input.decidedOn ?? null,
      reason: input.reason,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  await em.flush();
  return { ptsId: system.ptsId, lastEligibleQuarter, flags };
}

/** SREC I: 1, whatever is missing. SREC II: a factor, its source and a market sector must be given. */
function factorOf(input: GrantQualificationInput): Decimal {
  if (input.program === 'SREC_I') {
    if (input.srecFactor && !input.srecFactor.eq(one)) {
      throw new Refusal('BAD_USER_INPUT', 'SREC I has no factor: it is 1.', {
        field: 'srecFactor',
        value: decimalText(input.srecFactor),
      });
    }
    return one;
  }
  if (!input.srecFactor || !input.factorSource || !input.marketSector) {
    throw new Refusal(
      'BAD_USER_INPUT',
      'SREC II takes a market sector, a factor and its source; `factorProposal` helps.',
      {
        field: input.srecFactor ? (input.factorSource ? 'marketSector' : 'factorSource') : 'srecFactor',
      },
    );
  }
  decimalPlacesAtMost(4, 'srecFactor', input.srecFactor);
  if (input.srecFactor.lte(0) || input.srecFactor.gt(one)) {
    throw new Refusal('BAD_USER_INPUT', 'A factor is above 0 and at most 1.', {
      field: 'srecFactor',
      value: decimalText(input.srecFactor),
    });
  }
  return input.srecFactor;
}
