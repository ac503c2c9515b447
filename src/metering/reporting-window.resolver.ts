import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../boundary/context.js';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { nextWindow, windowOf } from '../domain/reporting-window.js';
import { ReportingWindow } from './reading.type.js';

@Resolver()
export class ReportingWindowResolver {
  @Query(() => ReportingWindow, {
    description: 'The reporting window of a month, or the one that is open or opens next.',
  })
  reportingWindow(
    @Arg('month', () => MonthScalar, {
      nullable: true,
      description: 'The month; absent: the window that is open or opens next.',
    })
    month: Month | null,
    @Ctx() { now }: Context,
  ): ReportingWindow {
    const window = month ? windowOf(month) : nextWindow(now);
    return { ...window, isOpen: window.opensAt <= now && now < window.closesAt };
  }
}
