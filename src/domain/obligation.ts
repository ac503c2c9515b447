import { type Decimal, zero } from './decimal.js';
import type { LocalDate } from './local-date.js';
import { valueOn } from './rules/dated-table.js';
import { srecIGrowthFactor } from './rules/obligation-formula.js';

/** What the obligation of a compliance year is computed from, in MWh; two years before unless it says otherwise. */
export interface ObligationInputs {
  /** Generation projected for the year before. */
  readonly projectedGenerationMwh: Decimal;
  readonly actualGenerationMwh: Decimal;
  readonly bankedMwh: Decimal;
  readonly auctionMwh: Decimal;
  readonly acpMwh: Decimal;
  /** false once the programme is full: growth counts no more. */
  readonly countsGrowth: boolean;
}

/**
 * The obligation of SREC I before what a failed auction adds: projected generation, growth times 1.3, what was banked and deposited,
 * less what was paid instead. Recalled, its structure confirmed by published figures.
 *
 * MWh -> MWh. Source: domain 2.3 (225 CMR 14.07(2)), memory.
 */
export function srecIObligationMwh(complianceYear: number, inputs: ObligationInputs): Decimal {
  const factor = valueOn(srecIGrowthFactor, `${complianceYear}-01-01` as LocalDate);
  const growth = inputs.countsGrowth
    ? inputs.projectedGenerationMwh.minus(inputs.actualGenerationMwh).times(factor)
    : zero;
  return inputs.projectedGenerationMwh.plus(growth).plus(inputs.bankedMwh).plus(inputs.auctionMwh).minus(inputs.acpMwh);
}
