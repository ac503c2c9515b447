import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { appoint } from './appoint.js';
import { approveDasProvider } from './approve-das-provider.js';
import { endRole } from './end-role.js';
import { AppointInput, ApproveDasProviderInput, EndRoleInput, RevokeDasProviderInput } from './ownership.input.js';
import {
  AppointPayload,
  ApproveDasProviderPayload,
  EndRolePayload,
  RevokeDasProviderPayload,
} from './ownership.payload.js';
import { SystemRole } from './ownership.type.js';
import { revokeDasProvider } from './revoke-das-provider.js';
import { SystemRoleEntity, type SystemRoleRow } from './system-role.entity.js';

const rolesOfSystem = 'roles of a system';

@Resolver(() => System)
export class SystemRolesResolver {
  @FieldResolver(() => [SystemRole], { description: 'Who held and holds which role, oldest first.' })
  roles(@Root() system: SystemRow, @Ctx() context: Context): Promise<readonly SystemRoleRow[]> {
    return loadMany(
      context,
      rolesOfSystem,
      system.id,
      ids =>
        context.em.find(SystemRoleEntity, { systemId: { $in: [...ids] } }, { orderBy: { fromOn: 'asc', id: 'asc' } }),
      role => role.systemId,
    );
  }
}

@Resolver(() => SystemRole)
export class OwnershipResolver {
  @FieldResolver(() => Organisation, { description: 'The holder.' })
  organisation(@Root() role: SystemRoleRow, @Ctx() context: Context) {
    return loadOrganisation(context, role.organisationId);
  }

  @Mutation(() => AppointPayload, {
    description: 'Staff appoints system owner, REC owner or representative. Refusals: NOT_FOUND, CONFLICT.',
  })
  appoint(
    @Arg('input', () => AppointInput, { description: 'The appointment.' }) input: AppointInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'appoint', input, ...args }, verb => appoint(verb, input));
  }

  @Mutation(() => EndRolePayload, {
    description:
      'Staff ends a role without a successor: from that day on nobody holds it. The last appointment of the role is ended; who held it before keeps what concerns its months. Refusals: NOT_FOUND, CONFLICT (nobody holds it, it ended already, or it begins on that day or later), BAD_USER_INPUT (no reason).',
  })
  endRole(
    @Arg('input', () => EndRoleInput, { description: 'The role and its last day.' }) input: EndRoleInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'endRole', input, ...args }, verb => endRole(verb, input));
  }

  @Mutation(() => ApproveDasProviderPayload, {
    description: 'Staff approves a DAS provider. Refusals: NOT_FOUND, CONFLICT.',
  })
  approveDasProvider(
    @Arg('input', () => ApproveDasProviderInput, { description: 'The approval.' }) input: ApproveDasProviderInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'approveDasProvider', input, ...args }, verb =>
      approveDasProvider(verb, input),
    );
  }

  @Mutation(() => RevokeDasProviderPayload, {
    description:
      'Staff ends the approval of a DAS provider: from that day on what it reports is reporting by hand. It may be approved again. Refusals: CONFLICT.',
  })
  revokeDasProvider(
    @Arg('input', () => RevokeDasProviderInput, { description: 'The revocation.' }) input: RevokeDasProviderInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'revokeDasProvider', input, ...args }, verb => revokeDasProvider(verb, input));
  }
}
