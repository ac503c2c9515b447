import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { assignGisAsset } from './assign-gis-asset.js';
import { createGisAccount } from './create-gis-account.js';
import { createGisAsset } from './create-gis-asset.js';
import {
  type GisAccountRow,
  GisAssetHolderEntity,
  type GisAssetHolderRow,
  GisAssetMembershipEntity,
  type GisAssetMembershipRow,
  type GisAssetRow,
} from './gis.entity.js';
import {
  AssignGisAssetInput,
  CreateGisAccountInput,
  CreateGisAssetInput,
  JoinGisAssetInput,
  LeaveGisAssetInput,
} from './gis.input.js';
import { CreateGisAccountPayload, GisAssetPayload, JoinGisAssetPayload, LeaveGisAssetPayload } from './gis.payload.js';
import { GisAccount, GisAsset, GisAssetHolder, GisAssetMembership } from './gis.type.js';
import { joinGisAsset } from './join-gis-asset.js';
import { leaveGisAsset } from './leave-gis-asset.js';
import { loadGisAccount, loadGisAsset } from './load-gis.js';

const membershipsOfSystem = 'memberships of a system';
const holdersOfAsset = 'holders of an asset';

@Resolver(() => System)
export class SystemAssetsResolver {
  @FieldResolver(() => [GisAssetMembership], {
    description: 'The GIS assets that the system was and is in, oldest first.',
  })
  gisAssets(@Root() system: SystemRow, @Ctx() context: Context): Promise<readonly GisAssetMembershipRow[]> {
    return loadMany(
      context,
      membershipsOfSystem,
      system.id,
      ids =>
        context.em.find(GisAssetMembershipEntity, { systemId: { $in: [...ids] } }, { orderBy: { fromMonth: 'asc' } }),
      membership => membership.systemId,
    );
  }
}

@Resolver(() => GisAssetMembership)
export class GisAssetMembershipResolver {
  @FieldResolver(() => GisAsset, { description: 'The asset.' })
  asset(@Root() membership: GisAssetMembershipRow, @Ctx() context: Context): Promise<GisAssetRow> {
    return loadGisAsset(context, membership.assetId);
  }
}

@Resolver(() => GisAccount)
export class GisAccountResolver {
  @FieldResolver(() => Organisation, { description: 'Whose account it is.' })
  organisation(@Root() account: GisAccountRow, @Ctx() context: Context) {
    return loadOrganisation(context, account.organisationId);
  }
}

@Resolver(() => GisAssetHolder)
export class GisAssetHolderResolver {
  @FieldResolver(() => GisAccount, { description: 'The account.' })
  gisAccount(@Root() holder: GisAssetHolderRow, @Ctx() context: Context): Promise<GisAccountRow> {
    return loadGisAccount(context, holder.gisAccountId);
  }
}

@Resolver(() => GisAsset)
export class GisResolver {
  @FieldResolver(() => [GisAssetHolder], { description: 'Which accounts held and hold the asset, oldest first.' })
  holders(@Root() asset: GisAssetRow, @Ctx() context: Context): Promise<readonly GisAssetHolderRow[]> {
    return loadMany(
      context,
      holdersOfAsset,
      asset.id,
      ids => context.em.find(GisAssetHolderEntity, { assetId: { $in: [...ids] } }, { orderBy: { fromMonth: 'asc' } }),
      holder => holder.assetId,
    );
  }

  @Mutation(() => CreateGisAccountPayload, { description: 'Staff opens a GIS account. Refusals: NOT_FOUND, CONFLICT.' })
  createGisAccount(
    @Arg('input', () => CreateGisAccountInput, { description: 'The account.' }) input: CreateGisAccountInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'createGisAccount', input, ...args }, verb => createGisAccount(verb, input));
  }

  @Mutation(() => GisAssetPayload, {
    description: 'Staff enters a GIS asset and its holder. Refusals: BAD_USER_INPUT, NOT_FOUND, CONFLICT.',
  })
  createGisAsset(
    @Arg('input', () => CreateGisAssetInput, { description: 'The asset.' }) input: CreateGisAssetInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'createGisAsset', input, ...args }, verb => createGisAsset(verb, input));
  }

  @Mutation(() => GisAssetPayload, {
    description:
      'Staff lets another account hold an asset. Refusals: NOT_FOUND, CONFLICT, MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED.',
  })
  assignGisAsset(
    @Arg('input', () => AssignGisAssetInput, { description: 'The asset and its holder to be.' })
    input: AssignGisAssetInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'assignGisAsset', input, ...args }, verb => assignGisAsset(verb, input));
  }

  @Mutation(() => JoinGisAssetPayload, {
    description:
      'Staff puts a system into an asset. Refusals: NOT_FOUND, CONFLICT, MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED, ASSET_WITHOUT_HOLDER.',
  })
  joinGisAsset(
    @Arg('input', () => JoinGisAssetInput, { description: 'The system and the asset.' }) input: JoinGisAssetInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'joinGisAsset', input, ...args }, verb => joinGisAsset(verb, input));
  }

  @Mutation(() => LeaveGisAssetPayload, {
    description:
      'Staff takes a system out of its asset from a month on, without another: what it produces then waits until it is in one. Refusals: NOT_FOUND, CONFLICT (it is in none, or joins it in that month or later), MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED, BAD_USER_INPUT (no reason).',
  })
  leaveGisAsset(
    @Arg('input', () => LeaveGisAssetInput, { description: 'The system and the month.' }) input: LeaveGisAssetInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'leaveGisAsset', input, ...args }, verb => leaveGisAsset(verb, input));
  }
}
