import { decimalPlacesAtMost } from '../boundary/decimal-places.js';
import { classIFactor } from '../domain/class-i-eligibility.js';
import { type Decimal, decimalText, one } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { Program } from '../domain/program.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';
import type { SystemRow } from '../system/system.entity.js';

/** What somebody states of a factor; only SREC II has one of its own. */
export interface StatedFactor {
  readonly program: Program;
  readonly marketSector?: MarketSector | null;
  readonly srecFactor?: Decimal | null;
  readonly factorSource?: string | null;
}

const sourceOfOne = { SREC_I: 'program/003: SREC I has no factor', CLASS_I: classIFactor.source } as const;

/**
 * The factor of a statement with its source. SREC I and Class I: 1, whatever is missing. SREC II: a factor (above 0, at most 1, at
 * most four decimals), its source and a market sector must be given; else BAD_USER_INPUT names the field.
 */
export function decidedFactor({ program, marketSector, srecFactor, factorSource }: StatedFactor) {
  if (program !== 'SREC_II') {
    checkFactorOne(program, srecFactor);
    const source = factorSource ?? sourceOfOne[program];
    return { marketSector: null, srecFactor: one, factorSource: source, factorConfidence: 'PROGRAM' };
  }
  if (!srecFactor || !factorSource || !marketSector) {
    throw new Refusal(
      'BAD_USER_INPUT',
      'SREC II takes a market sector, a factor and its source; `factorProposal` helps.',
      { field: srecFactor ? (factorSource ? 'marketSector' : 'factorSource') : 'srecFactor' },
    );
  }
  checkFactor(srecFactor);
  return { marketSector, srecFactor, factorSource, factorConfidence: 'DECISION' };
}

/** SREC I and Class I: a factor that is given is 1, else BAD_USER_INPUT. */
export function checkFactorOne(program: Program, srecFactor: Decimal | null | undefined): void {
  if (!srecFactor || srecFactor.eq(one)) return;
  throw new Refusal('BAD_USER_INPUT', `${program} has no factor: it is 1.`, {
    field: 'srecFactor',
    value: decimalText(srecFactor),
  });
}

/** An SREC II factor is above 0 and at most 1, with at most four decimals; else BAD_USER_INPUT. */
export function checkFactor(srecFactor: Decimal): void {
  decimalPlacesAtMost(4, 'srecFactor', srecFactor);
  if (srecFactor.gt(0) && srecFactor.lte(one)) return;
  throw new Refusal('BAD_USER_INPUT', 'A factor is above 0 and at most 1.', {
    field: 'srecFactor',
    value: decimalText(srecFactor),
  });
}

/** The solar carve-outs are for solar photovoltaic systems; else NOT_ELIGIBLE. Source: program/003. */
export function refuseOtherTechnology(program: Program, { technology }: SystemRow): void {
  if (program === 'CLASS_I' || technology === 'SOLAR_PV') return;
  throw new Refusal('NOT_ELIGIBLE', 'Only solar photovoltaic systems qualify for SRECs.', {
    technology,
    rule: 'program/003',
  });
}
