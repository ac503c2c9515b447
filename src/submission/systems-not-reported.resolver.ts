import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { AccountContext } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { SystemPlaceFilter } from '../system/place-filter.input.js';
import { systemsNotReported } from './systems-not-reported.js';
import {
  type NotReportedOrder,
  NotReportedOrderEnum,
  SystemNotReportedConnection,
} from './systems-not-reported.type.js';

@Resolver()
export class SystemsNotReportedResolver {
  @Query(() => SystemNotReportedConnection, {
    description:
      'The systems that your organisation represents and that have not reported for the window that is open or opens next, with the deadline and the certificates at risk. Staff and the regulator see those of everybody.',
  })
  systemsNotReported(
    @Arg('filter', () => SystemPlaceFilter, { nullable: true, description: 'Which of them; absent: all.' })
    filter: SystemPlaceFilter | null,
    @Arg('order', () => NotReportedOrderEnum, { defaultValue: 'REGISTRATION', description: 'In which order.' })
    order: NotReportedOrder,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: AccountContext,
  ) {
    return systemsNotReported(context, filter ?? {}, order, page);
  }
}
