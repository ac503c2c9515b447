import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { decimalText } from '../domain/decimal.js';
import { factorProposal } from '../domain/srec-factor.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { grantQualification } from './grant-qualification.js';
import { FactorProposalInput, GrantQualificationInput } from './qualification.input.js';
import { GrantQualificationPayload } from './qualification.payload.js';
import { FactorProposal, StatementOfQualification } from './qualification.type.js';
import {
  StatementOfQualificationEntity,
  type StatementOfQualificationRow,
} from './statement-of-qualification.entity.js';

const statementOfSystem = 'statement of qualification of a system';

@Resolver(() => System)
export class QualificationResolver {
  @FieldResolver(() => StatementOfQualification, {
    nullable: true,
    description: 'Its statement of qualification; null: it earns no SRECs.',
  })
  qualification(@Root() system: SystemRow, @Ctx() context: Context): Promise<StatementOfQualificationRow | null> {
    return loadOne(
      context,
      statementOfSystem,
      system.id,
      ids => context.em.find(StatementOfQualificationEntity, { systemId: { $in: [...ids] } }),
      statement => statement.systemId,
    );
  }

  @Query(() => FactorProposal, {
    description: 'The SREC II factor that the dated tables propose for a unit, with its source.',
  })
  factorProposal(
    @Arg('unit', () => FactorProposalInput, { description: 'The unit.' }) unit: FactorProposalInput,
  ): FactorProposal {
    const { factor, assumed, ...proposal } = factorProposal({
      capacityKw: unit.capacityKw,
      unitType: unit.unitType,
      onSiteShare: unit.onSiteShare ?? null,
      interconnectedOn: unit.interconnectedOn ?? null,
      mechanicallyCompleteOn: unit.mechanicallyCompleteOn ?? null,
      extension: unit.extension,
    });
    return {
      ...proposal,
      factor: factor && decimalText(factor),
      assumedFactor: assumed && decimalText(assumed.factor),
    };
  }

  @Mutation(() => GrantQualificationPayload, {
    description:
      'Staff grants a statement of qualification. Refusals: NOT_FOUND, NOT_ELIGIBLE, BAD_USER_INPUT, CONFLICT (it has one), QUARTER_BEING_ISSUED.',
  })
  grantQualification(
    @Arg('input', () => GrantQualificationInput, { description: 'The statement.' }) input: GrantQualificationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'grantQualification', input, ...args }, verb =>
      grantQualification(verb, input),
    );
  }
}
