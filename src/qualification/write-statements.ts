import { classIFactor } from '../domain/class-i-eligibility.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { classIFrom, lastEligibleQuarterOf } from '../domain/opt-in-term.js';
import type { Program } from '../domain/program.js';
import { type Quarter, quarterOfDate } from '../domain/quarter.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';
import type { Verb } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { flagsOfDecision } from './qualification-flags.js';
import { StatementOfQualificationEntity } from './statement-of-qualification.entity.js';

/** Why a statement of Class I follows one of a solar carve-out. */
export const continuationReason = 'goes on as RPS Class I after its opt-in term';

/** A statement of qualification that was decided. */
export interface DecidedStatement {
  readonly sqNumber: string;
  readonly program: Program;
  readonly effectiveOn: LocalDate;
  /** Absent: as the rule gives it. Class I has none. */
  readonly lastEligibleQuarter: Quarter | null;
  readonly marketSector: MarketSector | null;
  readonly srecFactor: Decimal;
  readonly factorSource: string;
  readonly factorConfidence: string;
  readonly decidedOn: LocalDate | null;
  readonly requestId: string | null;
  readonly reason: string;
}

/**
 * Writes a statement as it was decided and, with one of a solar carve-out, the one of Class I that continues it after its term.
 * What today's rules would not give is flagged. The database keeps one statement at a time: CONFLICT.
 */
export async function writeStatements({ em, context, now }: Verb, system: SystemRow, decided: DecidedStatement) {
  const lastEligibleQuarter = lastQuarterOf(decided);
  const written = { createdAt: now, createdBy: context.actor.accountId };
  const flags = lastEligibleQuarter
    ? flagsOfDecision({
        capacityKw: system.capacityKw,
        state: system.state,
        effectiveOn: decided.effectiveOn,
        lastEligibleQuarter,
      })
    : [];
  const statement = em.create(StatementOfQualificationEntity, {
    ...decided,
    ...written,
    systemId: system.id,
    lastEligibleQuarter,
    srecFactor: decimalText(decided.srecFactor),
    flags,
  });
  await em.persist(statement).flush();
  if (!lastEligibleQuarter) return { statementId: statement.id, lastEligibleQuarter, classIFrom: null, flags };
  const effectiveOn = classIFrom(lastEligibleQuarter);
  em.persist(
    em.create(StatementOfQualificationEntity, {
      ...written,
      systemId: system.id,
      sqNumber: decided.sqNumber,
      program: 'CLASS_I',
      effectiveOn,
      srecFactor: decimalText(classIFactor.factor),
      factorSource: classIFactor.source,
      factorConfidence: 'PROGRAM',
      flags: [],
      continuesId: statement.id,
      requestId: decided.requestId,
      reason: continuationReason,
    }),
  );
  await em.flush();
  return { statementId: statement.id, lastEligibleQuarter, classIFrom: effectiveOn, flags };
}

/** The last quarter of the term; null for Class I, which has none. BAD_USER_INPUT for one that does not fit. */
function lastQuarterOf({ program, effectiveOn, lastEligibleQuarter }: DecidedStatement): Quarter | null {
  const refused = (sentence: string) =>
    new Refusal('BAD_USER_INPUT', sentence, { field: 'lastEligibleQuarter', value: lastEligibleQuarter });
  if (program === 'CLASS_I') {
    if (lastEligibleQuarter) throw refused('Class I has no opt-in term, so no last quarter.');
    return null;
  }
  const last = lastEligibleQuarter ?? lastEligibleQuarterOf(effectiveOn);
  if (last < quarterOfDate(effectiveOn)) throw refused('The term ends before it begins.');
  return last;
}
