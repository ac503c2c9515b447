import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { CarveOutEnum } from '../auction/carve-out.js';
import type { AccountContext } from '../boundary/context.js';
import { DecimalScalar } from '../boundary/scalars.js';
import { type Decimal, decimalText, publishedPercentText } from '../domain/decimal.js';
import type { CarveOut } from '../domain/load-cohort.js';
import { minimumStandards } from './minimum-standards.js';
import {
  MinimumStandardCalculation,
  MinimumStandards,
  ObligationCalculation,
  ObligationInput,
} from './obligation.type.js';
import { obligationCalculation, percentOf } from './obligation-calculation.js';

const program = { description: 'The programme.' };
const complianceYear = { description: 'The compliance year.' };

@Resolver()
export class ObligationResolver {
  @Query(() => MinimumStandards, {
    description:
      'The Minimum Standards of a carve-out and year, with source. Refusals: NO_RULE_IN_FORCE, BAD_USER_INPUT.',
  })
  minimumStandards(
    @Arg('program', () => CarveOutEnum, program) carveOut: CarveOut,
    @Arg('complianceYear', () => Int, complianceYear) year: number,
  ): MinimumStandards {
    return minimumStandards(carveOut, year);
  }

  @Query(() => MinimumStandardCalculation, {
    description:
      'The Minimum Standard that an obligation comes to: 783183 of 48009747 MWh are 1.6313 %. Refusals: BAD_USER_INPUT.',
  })
  minimumStandardCalculation(
    @Arg('obligationMwh', () => DecimalScalar, { description: 'The obligation in MWh.' }) obligationMwh: Decimal,
    @Arg('loadMwh', () => DecimalScalar, { description: 'Total retail load obligation of two years before, in MWh.' })
    loadMwh: Decimal,
  ): MinimumStandardCalculation {
    const percent = percentOf(obligationMwh, loadMwh);
    return {
      obligationMwh: decimalText(obligationMwh),
      loadMwh: decimalText(loadMwh),
      percent: decimalText(percent),
      published: publishedPercentText(percent),
    };
  }

  @Query(() => ObligationCalculation, {
    description:
      'An obligation from inputs that are shown, with what our own auction of two years before adds to it. Refusals: NO_RULE_IN_FORCE (SREC II without a base), BAD_USER_INPUT.',
  })
  obligationCalculation(
    @Arg('program', () => CarveOutEnum, program) carveOut: CarveOut,
    @Arg('complianceYear', () => Int, complianceYear) year: number,
    @Arg('inputs', () => ObligationInput, { description: 'What it is computed from.' }) inputs: ObligationInput,
    @Ctx() { em }: AccountContext,
  ): Promise<ObligationCalculation> {
    return obligationCalculation(em, carveOut, year, inputs);
  }
}
