import { decimalText } from '../domain/decimal.js';
import type { Reason } from '../domain/eligibility.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { lastEligibleQuarterOf } from '../domain/opt-in-term.js';
import type { Program } from '../domain/program.js';
import {
  type QualificationReasonCode,
  type QualificationUnit,
  qualificationEligibility,
} from '../domain/qualification-eligibility.js';
import { rpsEffectiveDate } from '../domain/rps-effective-date.js';
import { type FactorProposal, factorProposal } from '../domain/srec-factor.js';

/** A factor proposal with its figures as text. */
export type FactorProposalText = Omit<FactorProposal, 'factor' | 'assumed'> & {
  readonly factor: string | null;
  readonly assumedFactor: string | null;
};

/** What the rules say of a unit that is filed on a day, and what the dated tables propose for it. */
export interface QualificationAnswer {
  readonly eligible: boolean;
  readonly reasons: readonly Reason<QualificationReasonCode>[];
  readonly factorProposal: FactorProposalText | null;
  readonly effectiveOn: LocalDate | null;
  readonly assumedEffectiveOn: LocalDate | null;
  readonly effectiveRule: string;
  readonly effectiveSource: string;
  readonly lastEligibleQuarter: string | null;
}

/** The answer of the rules to a unit, as plain values: eligibility with all reasons, and the proposals. */
export function answerOf(program: Program, unit: QualificationUnit, filedOn: LocalDate): QualificationAnswer {
  const { eligible, reasons } = qualificationEligibility(program, unit, filedOn);
  const { effectiveOn, assumedOn, rule, source } = rpsEffectiveDate(program, unit.commercialOperationOn, filedOn);
  const { unitType } = unit;
  return {
    eligible,
    reasons,
    factorProposal:
      program === 'SREC_II' && unitType ? factorProposalText(factorProposal({ ...unit, unitType })) : null,
    effectiveOn,
    assumedEffectiveOn: assumedOn,
    effectiveRule: rule,
    effectiveSource: source,
    lastEligibleQuarter: program !== 'CLASS_I' && effectiveOn ? lastEligibleQuarterOf(effectiveOn) : null,
  };
}

/** A factor proposal as it goes over the wire and into the record. */
export function factorProposalText({ factor, assumed, ...proposal }: FactorProposal): FactorProposalText {
  return {
    ...proposal,
    factor: factor && decimalText(factor),
    assumedFactor: assumed && decimalText(assumed.factor),
  };
}

/** NOT_ELIGIBLE with every reason, if there is one. */
export function refuseIneligible(program: Program, { eligible, reasons }: QualificationAnswer): void {
  if (eligible) return;
  throw new Refusal('NOT_ELIGIBLE', `The unit does not qualify for ${program}.`, {
    program,
    reasons: reasons.map(reason => reason.code),
    rules: reasons.map(({ rule, source }) => `${rule} (${source})`),
  });
}
