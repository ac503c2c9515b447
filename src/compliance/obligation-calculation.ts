import type { EntityManager } from '@mikro-orm/postgresql';
import { AuctionEntity } from '../auction/auction.entity.js';
import type { StoredOutcome } from '../auction/auction-outcome.js';
import { Decimal, decimalText, zero } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { CarveOut } from '../domain/load-cohort.js';
import { minimumStandardPercent } from '../domain/minimum-standard.js';
import { srecIObligationMwh } from '../domain/obligation.js';
import type { Confidence } from '../domain/rules/dated-table.js';
import type { ObligationCalculation, ObligationInput, ObligationTerm } from './obligation.type.js';
import { requireYear } from './register-supplier.js';

const yearsBefore = 2;
const formula =
  'projected generation + 1.3 x (projected - actual generation) + banked + deposited in the auction - paid instead';

/**
 * The obligation of a compliance year from inputs that are shown, and what our own auction of two years before adds to it. The formula
 * is that of SREC I, recalled; for SREC II only an announced base is taken. NO_RULE_IN_FORCE, BAD_USER_INPUT. Source: domain 2.3, 2.4, 3.
 */
export async function obligationCalculation(
  em: EntityManager,
  program: CarveOut,
  complianceYear: number,
  input: ObligationInput,
): Promise<ObligationCalculation> {
  requireYear('complianceYear', complianceYear);
  const auction = await em.findOne(AuctionEntity, {
    ...{ program, generationYear: complianceYear - yearsBefore, state: 'SETTLED' },
  });
  const outcome = auction ? (auction.result as StoredOutcome) : null;
  const increaseMwh = new Decimal(outcome?.obligationIncreaseMwh ?? 0);
  const base = baseOf(program, complianceYear, input, outcome);
  const obligationMwh = base.mwh.plus(increaseMwh);
  return {
    program,
    complianceYear,
    terms: base.terms,
    formula: base.formula,
    baseMwh: decimalText(base.mwh),
    confidence: base.confidence,
    increaseMwh: decimalText(increaseMwh),
    increaseSource: increaseSource(auction?.generationYear ?? null, outcome),
    auctionId: auction?.id ?? null,
    obligationMwh: decimalText(obligationMwh),
    minimumStandardPercent: input.loadMwh ? decimalText(percentOf(obligationMwh, input.loadMwh)) : null,
  };
}

/** As `minimumStandardPercent`; BAD_USER_INPUT for a load that is not above 0. */
export function percentOf(obligationMwh: Decimal, loadMwh: Decimal): Decimal {
  if (loadMwh.lte(0) || obligationMwh.isNegative()) {
    throw new Refusal('BAD_USER_INPUT', 'Load is above 0, and an obligation is not below.', {
      field: loadMwh.lte(0) ? 'loadMwh' : 'obligationMwh',
    });
  }
  return minimumStandardPercent(obligationMwh, loadMwh);
}

interface Base {
  readonly mwh: Decimal;
  readonly terms: ObligationTerm[];
  readonly formula: string;
  readonly confidence: Confidence;
}

function baseOf(
  program: CarveOut,
  complianceYear: number,
  input: ObligationInput,
  outcome: StoredOutcome | null,
): Base {
  if (input.baseMwh) {
    const terms = [{ name: 'baseMwh', usedMwh: decimalText(input.baseMwh), origin: 'GIVEN' }];
    return { mwh: input.baseMwh, terms, formula: 'as given', confidence: 'POLICY' };
  }
  if (program !== 'SREC_I') {
    throw new Refusal(
      'NO_RULE_IN_FORCE',
      'No formula of Solar Carve-Out II is on record. Give the base as announced.',
      {
        program,
      },
    );
  }
  const required = (name: 'projectedGenerationMwh' | 'actualGenerationMwh') => {
    const value = input[name];
    if (value) return value;
    throw new Refusal('BAD_USER_INPUT', `The formula takes \`${name}\`, or give \`baseMwh\`.`, { field: name });
  };
  const inputs = {
    projectedGenerationMwh: required('projectedGenerationMwh'),
    actualGenerationMwh: required('actualGenerationMwh'),
    bankedMwh: input.bankedMwh ?? zero,
    auctionMwh: input.auctionMwh ?? new Decimal(outcome?.deposited ?? 0),
    acpMwh: input.acpMwh ?? zero,
  };
  const countsGrowth = input.countsGrowth ?? true;
  const originOf = (name: keyof typeof inputs) =>
    input[name] ? 'GIVEN' : name === 'auctionMwh' && outcome ? 'AUCTION' : 'ABSENT';
  return {
    mwh: srecIObligationMwh(complianceYear, { ...inputs, countsGrowth }),
    terms: (Object.keys(inputs) as (keyof typeof inputs)[]).map(name => ({
      name,
      usedMwh: decimalText(inputs[name]),
      origin: originOf(name),
    })),
    formula: countsGrowth ? formula : 'projected generation + banked + deposited in the auction - paid instead',
    confidence: 'MEMORY',
  };
}

function increaseSource(generationYear: number | null, outcome: StoredOutcome | null): string {
  if (!outcome) return 'No auction of two years before is settled here.';
  if (outcome.finalRound < 3)
    return `The auction of ${generationYear} cleared in round ${outcome.finalRound}: nothing is added.`;
  return `The auction of ${generationYear} did not clear in round 2: its deposits count once more.`;
}
