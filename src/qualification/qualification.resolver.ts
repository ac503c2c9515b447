import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { statementToTell } from '../domain/opt-in-term.js';
import { factorProposal } from '../domain/srec-factor.js';
import { localDateOf } from '../domain/time-zone.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { factorProposalText } from './application-answer.js';
import { grantQualification } from './grant-qualification.js';
import { FactorProposalInput, GrantQualificationInput } from './qualification.input.js';
import { GrantQualificationPayload } from './qualification.payload.js';
import { FactorProposal, StatementOfQualification } from './qualification.type.js';
import {
  StatementOfQualificationEntity,
  type StatementOfQualificationRow,
} from './statement-of-qualification.entity.js';

@Resolver(() => System)
export class QualificationResolver {
  @FieldResolver(() => StatementOfQualification, {
    nullable: true,
    description:
      'Its statement of qualification: the one in force today, else the next, else the last; null: it earns no certificates.',
  })
  async qualification(@Root() system: SystemRow, @Ctx() context: Context): Promise<StatementOfQualificationRow | null> {
    return statementToTell(await statementsOf(context, system), localDateOf(context.now));
  }

  @FieldResolver(() => [StatementOfQualification], {
    description: 'All its statements of qualification, oldest first; they never overlap.',
  })
  qualifications(@Root() system: SystemRow, @Ctx() context: Context): Promise<readonly StatementOfQualificationRow[]> {
    return statementsOf(context, system);
  }

  @Query(() => FactorProposal, {
    description: 'The SREC II factor that the dated tables propose for a unit, with its source.',
  })
  factorProposal(
    @Arg('unit', () => FactorProposalInput, { description: 'The unit.' }) unit: FactorProposalInput,
  ): FactorProposal {
    const proposal = factorProposal({
      capacityKw: unit.capacityKw,
      unitType: unit.unitType,
      onSiteShare: unit.onSiteShare ?? null,
      interconnectedOn: unit.interconnectedOn ?? null,
      mechanicallyCompleteOn: unit.mechanicallyCompleteOn ?? null,
      extension: unit.extension,
    });
    return factorProposalText(proposal);
  }

  @Mutation(() => GrantQualificationPayload, {
    description:
      'Staff enters a statement of qualification that DOER granted; with one of a solar carve-out goes the one of Class I that continues it after its term. Refusals: NOT_FOUND, NOT_ELIGIBLE, BAD_USER_INPUT, CONFLICT (one is in force), QUARTER_BEING_ISSUED.',
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

function statementsOf(context: Context, system: SystemRow): Promise<readonly StatementOfQualificationRow[]> {
  return loadMany(
    context,
    'statements of qualification of a system',
    system.id,
    ids =>
      context.em.find(
        StatementOfQualificationEntity,
        { systemId: { $in: [...ids] } },
        { orderBy: { effectiveOn: 'asc' } },
      ),
    statement => statement.systemId,
  );
}
