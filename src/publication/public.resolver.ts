import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { DateTimeScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { rollupsAsOf } from '../rollup/as-of.js';
import {
  PublicMinting,
  PublicProduction,
  PublicSystem,
  PublicSystemConnection,
  PublicSystemFilter,
} from './public.type.js';
import { publicMintings, publicSystem, publicSystems } from './public-data.js';
import {
  type PublicGrouping,
  PublicGroupingEnum,
  PublicProductionGroup,
  PublicSystemCount,
  type PublicSystemGrouping,
  PublicSystemGroupingEnum,
} from './public-groups.type.js';
import { publicProduction, publicProductionBy, publicSystemsBy } from './public-production.js';

@Resolver()
export class PublicResolver {
  @Query(() => PublicSystem, { nullable: true, description: 'A system by its PTS id.' })
  system(@Arg('ptsId', () => ID, { description: 'The PTS id.' }) ptsId: string, @Ctx() { em }: Context) {
    return publicSystem(em, ptsId);
  }

  @Query(() => PublicSystemConnection, { description: 'The systems, oldest registration first.' })
  systems(
    @Arg('filter', () => PublicSystemFilter, { nullable: true, description: 'Which ones; absent: all.' })
    filter: PublicSystemFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: Context,
  ) {
    return publicSystems(em, filter ?? {}, page);
  }

  @Query(() => [PublicProduction], {
    description:
      'Production by month, of all systems or of one town; at most 36 months. Sums of too few systems are withheld.',
  })
  production(
    @Arg('from', () => MonthScalar, { description: 'First month.' }) from: Month,
    @Arg('to', () => MonthScalar, { description: 'Last month, inclusive.' }) to: Month,
    @Arg('town', () => String, { nullable: true, description: 'Only systems in this city or town.' }) town:
      | string
      | null,
    @Ctx() { em }: Context,
  ) {
    return publicProduction(em, from, to, town ?? null);
  }

  @Query(() => [PublicProductionGroup], {
    description: 'Production of a month by town, sector or technology. Sums of too few systems are withheld.',
  })
  productionBy(
    @Arg('by', () => PublicGroupingEnum, { description: 'By what it is summed.' }) by: PublicGrouping,
    @Arg('month', () => MonthScalar, { description: 'The generation month.' }) month: Month,
    @Ctx() { em }: Context,
  ) {
    return publicProductionBy(em, by, month);
  }

  @Query(() => [PublicSystemCount], { description: 'Systems and their capacity by town or ZIP code.' })
  systemsBy(
    @Arg('by', () => PublicSystemGroupingEnum, { description: 'By what they are counted.' }) by: PublicSystemGrouping,
    @Ctx() { em }: Context,
  ) {
    return publicSystemsBy(em, by);
  }

  @Query(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when every change is in `production`, `productionBy` and `systemsBy`, by the real clock; at most a minute ago. null: never rolled up.',
  })
  rolledUpAsOf(@Ctx() { em }: Context) {
    return rollupsAsOf(em);
  }

  @Query(() => [PublicMinting], {
    description: 'Certificates minted, by generation quarter. Sums of too few systems are withheld.',
  })
  minted(@Ctx() { em }: Context) {
    return publicMintings(em);
  }
}
