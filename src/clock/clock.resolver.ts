import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { Clock, SetClockInput, SetClockPayload } from './clock.type.js';
import { setClock } from './set-clock.js';

@Resolver(() => Clock)
export class ClockResolver {
  @Query(() => Clock, { description: 'What time it is for the PTS.' })
  clock(@Ctx() { now, mode }: Context): Clock {
    return { now, movable: mode === 'sandbox' };
  }

  @Mutation(() => SetClockPayload, {
    description: 'Staff sets the clock of a sandbox. Refusals: CLOCK_NOT_MOVABLE, BAD_USER_INPUT.',
  })
  async setClock(
    @Arg('input', () => SetClockInput, { description: 'What time it is to be.' }) input: SetClockInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const set = await perform(context, { mutation: 'setClock', input, ...args }, verb => setClock(verb, input));
    return { ...set, now: new Date(set.now) };
  }
}
