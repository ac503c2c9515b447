import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import { Request, RequestPayload } from '../request/request.type.js';
import { applyAsDasProvider } from './apply-as-das-provider.js';
import { approveDasProviderApplication } from './approve-das-provider-application.js';
import { ApplyAsDasProviderInput, ApproveDasProviderApplicationInput } from './das-application.input.js';
import { type AppliedDasProvider, dasApplicationContentOf } from './das-application.js';
import type { DasProviderRow } from './das-provider.entity.js';
import {
  ApproveDasProviderApplicationPayload,
  DasProvider,
  DasProviderApplication,
  DasProviderConnection,
} from './das-provider.type.js';
import { listDasProviders } from './list-das-providers.js';

@Resolver(() => Request)
export class DasProviderRequestResolver {
  @FieldResolver(() => DasProviderApplication, {
    nullable: true,
    description: 'What exactly is asked for, if it is the approval as a DAS provider.',
  })
  dasProvider(@Root() request: RequestRow): AppliedDasProvider | null {
    if (request.kind !== 'DAS_PROVIDER') return null;
    return { ...dasApplicationContentOf(request), organisationId: request.organisationId };
  }
}

@Resolver(() => DasProvider)
export class DasProviderResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation.' })
  organisation(@Root() provider: DasProviderRow, @Ctx() context: Context) {
    return loadOrganisation(context, provider.organisationId);
  }

  @Query(() => DasProviderConnection, { description: 'The organisations that are, or were, approved DAS providers.' })
  dasProviders(
    @Arg('on', () => DateScalar, { nullable: true, description: 'Only approvals that stand on this day; absent: all.' })
    on: LocalDate | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: Context,
  ) {
    return listDasProviders(em, on, page);
  }

  @Mutation(() => RequestPayload, {
    description:
      'A system representative applies for its organisation to be approved as a DAS provider. Refusals: BAD_USER_INPUT, NOT_FOUND, REQUEST_IN_PROGRESS, REQUEST_NOT_OPEN, CONFLICT (it is approved).',
  })
  applyAsDasProvider(
    @Arg('input', () => ApplyAsDasProviderInput, { description: 'The application.' }) input: ApplyAsDasProviderInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'applyAsDasProvider', input, ...args }, verb =>
      applyAsDasProvider(verb, input),
    );
  }

  @Mutation(() => ApproveDasProviderApplicationPayload, {
    description:
      'Staff approves an organisation that applied as a DAS provider: from that day on what it reports is automated reporting. Without a valid conformance certificate the reason says why (`conformanceWarning`). Refusals: NOT_FOUND, REQUEST_NOT_OPEN, CONFLICT.',
  })
  approveDasProviderApplication(
    @Arg('input', () => ApproveDasProviderApplicationInput, { description: 'The approval.' })
    input: ApproveDasProviderApplicationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'approveDasProviderApplication', input, ...args }, verb =>
      approveDasProviderApplication(verb, input),
    );
  }
}
