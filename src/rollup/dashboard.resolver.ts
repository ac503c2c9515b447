import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { loadSystem } from '../system/load-system.js';
import { System } from '../system/system.type.js';
import { certificateTotals } from './certificate-totals.js';
import { type CertificateGrouping, CertificateGroupingEnum, CertificateTotals } from './certificate-totals.type.js';
import { FlaggedReading, FlaggedReadingConnection } from './flagged-reading.type.js';
import { listFlaggedReadings } from './list-flagged-readings.js';
import { productionTotals } from './production-totals.js';
import {
  ProductionFilter,
  type ProductionGrouping,
  ProductionGroupingEnum,
  ProductionTotals,
} from './production-totals.type.js';
import { StaffQueue } from './staff-queue.type.js';
import { staffQueues } from './staff-queues.js';
import { windowHealth } from './window-health.js';
import { WindowHealth, WindowReporter } from './window-health.type.js';

@Resolver()
export class DashboardResolver {
  @Query(() => ProductionTotals, {
    description:
      'Production by month, quarter, town, sector, programme or technology; at most 120 months. From roll-ups. Staff and the regulator: of the state. Others: of the systems that they may see today.',
  })
  productionTotals(
    @Arg('by', () => ProductionGroupingEnum, { description: 'By what it is summed.' }) by: ProductionGrouping,
    @Arg('from', () => MonthScalar, { description: 'First month.' }) from: Month,
    @Arg('to', () => MonthScalar, { description: 'Last month, inclusive.' }) to: Month,
    @Arg('filter', () => ProductionFilter, { nullable: true, description: 'Of which systems; absent: all.' })
    filter: ProductionFilter | null,
    @Ctx() { em, actor }: AccountContext,
  ): Promise<ProductionTotals> {
    return productionTotals(em, actor, { by, from, to, filter: filter ?? {} });
  }

  @Query(() => CertificateTotals, {
    description:
      'Minted certificates by month, quarter, programme, town or sector, from roll-ups; at most 120 months. Staff and the regulator: of the state. Others: minted into the accounts of their organisation. What is still to come is `assetProgress`, and `eligibleMwh` of `productionTotals`.',
  })
  certificateTotals(
    @Arg('by', () => CertificateGroupingEnum, { description: 'By what they are summed.' }) by: CertificateGrouping,
    @Arg('from', () => MonthScalar, { description: 'First vintage month.' }) from: Month,
    @Arg('to', () => MonthScalar, { description: 'Last vintage month, inclusive.' }) to: Month,
    @Ctx() { em, actor }: AccountContext,
  ): Promise<CertificateTotals> {
    return certificateTotals(em, actor, { by, from, to });
  }

  @Query(() => FlaggedReadingConnection, {
    description:
      'Readings in force that carry a flag, of quarters that are not reported yet, oldest month first: what `staffQueues` counts as FLAGGED_READINGS.',
  })
  flaggedReadings(@Args(() => PageArgs) page: PageArgs, @Ctx() { em }: AccountContext) {
    return listFlaggedReadings(em, page);
  }

  @Query(() => WindowHealth, {
    description: 'How the reporting of a month stands, by day and by reporter; from roll-ups.',
  })
  windowHealth(
    @Arg('month', () => MonthScalar, { description: 'The generation month.' }) month: Month,
    @Ctx() { em }: AccountContext,
  ): Promise<WindowHealth> {
    return windowHealth(em, month);
  }

  @Query(() => [StaffQueue], {
    description: 'What waits for staff and the regulator: each queue with its count and since when its oldest waits.',
  })
  staffQueues(@Ctx() { em, actor }: AccountContext): Promise<StaffQueue[]> {
    return staffQueues(em, actor);
  }
}

@Resolver(() => FlaggedReading)
export class FlaggedReadingResolver {
  @FieldResolver(() => System, { nullable: true, description: 'The system.' })
  system(@Root() { reading }: FlaggedReading, @Ctx() context: AccountContext) {
    return loadSystem(context, reading.systemId);
  }
}

@Resolver(() => WindowReporter)
export class WindowReporterResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The DAS provider; null: the systems that report by themselves, together.',
  })
  organisation(@Root() reporter: WindowReporter, @Ctx() context: Context) {
    return reporter.dasProviderId === '0' ? null : loadOrganisation(context, reporter.dasProviderId);
  }
}
