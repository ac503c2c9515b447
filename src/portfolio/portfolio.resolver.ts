import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Quarter } from '../domain/quarter.js';
import { loadSystem } from '../system/load-system.js';
import { System, SystemConnection } from '../system/system.type.js';
import { listAssetProgress, progressOfAsset } from './asset-progress.js';
import { AssetProgress, AssetProgressConnection, ProgramProgress } from './asset-progress.type.js';
import { Expiry, ExpiryConnection } from './expiry.type.js';
import { listExpiries } from './list-expiries.js';
import { listSystems } from './list-systems.js';
import { listMissingProduction } from './missing-production.js';
import { MissingProduction, MissingProductionConnection } from './missing-production.type.js';
import { Portfolio, portfolio } from './portfolio.js';
import { SystemFilter, SystemSort } from './system-filter.input.js';
import { whatIf } from './what-if.js';
import { WhatIf, WhatIfInput } from './what-if.type.js';

@Resolver()
export class PortfolioResolver {
  @Query(() => Portfolio, {
    description:
      'Sums over what you may see: systems, production, certificates, fractions. Refusal: BAD_USER_INPUT (the months are the wrong way round).',
  })
  portfolio(
    @Arg('from', () => MonthScalar, { nullable: true, description: 'From this month on.' }) from: Month | null,
    @Arg('to', () => MonthScalar, { nullable: true, description: 'Up to this month, inclusive.' }) to: Month | null,
    @Ctx() { em, actor }: AccountContext,
  ): Promise<Portfolio> {
    return portfolio(em, actor, from, to);
  }

  @Query(() => SystemConnection, {
    description: 'The systems that you may see; by the age of their registration unless told otherwise.',
  })
  systems(
    @Arg('filter', () => SystemFilter, { nullable: true, description: 'Which ones; absent: all.' })
    filter: SystemFilter | null,
    @Arg('sort', () => SystemSort, {
      nullable: true,
      description: 'In which order; absent: oldest registration first.',
    })
    sort: SystemSort | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listSystems(em, actor, filter ?? {}, sort ?? null, page);
  }

  @Query(() => AssetProgressConnection, {
    description:
      'The assets that your accounts hold today (staff and the regulator: all), and how far each is from its next certificate.',
  })
  assetProgress(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listAssetProgress(em, actor, page);
  }

  @Query(() => MissingProductionConnection, {
    description:
      'Months of a quarter in which systems that you may see have a meter and no production on record, with the deadline; by system. Months whose window has not opened yet are left out.',
  })
  missingProduction(
    @Arg('quarter', () => QuarterScalar, { description: 'The generation quarter.' }) quarter: Quarter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor, now }: AccountContext,
  ) {
    return listMissingProduction(em, actor, now, quarter, page);
  }

  @Query(() => WhatIf, {
    description:
      'The certificates that production, readings, factors and memberships would give an asset that your accounts hold, computed as issuance computes, from the carry of today; nothing is kept. Refusals: NOT_FOUND, BAD_USER_INPUT, and what a submitted reading is refused with.',
  })
  whatIf(
    @Arg('input', () => WhatIfInput, { description: 'What is to be supposed.' }) input: WhatIfInput,
    @Ctx() { em, actor }: AccountContext,
  ): Promise<WhatIf> {
    return whatIf(em, actor, input);
  }

  @Query(() => ExpiryConnection, {
    description: 'Opt-in terms and contracts of the systems that you may see that end soon, the next first.',
  })
  expiries(
    @Arg('withinMonths', () => Int, { defaultValue: 12, description: 'Within so many months from today, 1 to 120.' })
    withinMonths: number,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listExpiries(em, actor, withinMonths, page);
  }
}

@Resolver(() => AssetProgress)
export class AssetProgressResolver {
  @FieldResolver(() => [ProgramProgress], {
    description: 'By programme; those in which it has neither carry nor production are left out.',
  })
  programs(@Root() asset: AssetProgress, @Ctx() context: Context) {
    return progressOfAsset(context, asset.id);
  }
}

@Resolver(() => MissingProduction)
export class MissingProductionResolver {
  @FieldResolver(() => System, { nullable: true, description: 'The system.' })
  system(@Root() missing: MissingProduction, @Ctx() context: AccountContext) {
    return loadSystem(context, missing.systemId);
  }
}

@Resolver(() => Expiry)
export class ExpiryResolver {
  @FieldResolver(() => System, { nullable: true, description: 'The system.' })
  system(@Root() expiry: Expiry, @Ctx() context: AccountContext) {
    return loadSystem(context, expiry.systemId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'Of a contract: whose role ends.' })
  organisation(@Root() expiry: Expiry, @Ctx() context: Context) {
    return expiry.organisationId === null ? null : loadOrganisation(context, expiry.organisationId);
  }
}
