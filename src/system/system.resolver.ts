import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { AccountContext } from '../boundary/context.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { showSystem } from './find-system.js';
import { registerSystem } from './register-system.js';
import { RegisterSystemInput } from './system.input.js';
import { RegisterSystemPayload } from './system.payload.js';
import { System } from './system.type.js';

@Resolver(() => System)
export class SystemResolver {
  @Query(() => System, {
    nullable: true,
    description: 'A system by its PTS id; null when there is none or it is not yours to see.',
  })
  system(@Arg('ptsId', () => ID, { description: 'The PTS id.' }) ptsId: string, @Ctx() { em, actor }: AccountContext) {
    return showSystem(em, actor, ptsId);
  }

  @Mutation(() => RegisterSystemPayload, { description: 'Staff registers a system. Refusals: BAD_USER_INPUT.' })
  registerSystem(
    @Arg('input', () => RegisterSystemInput, { description: 'The system.' }) input: RegisterSystemInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'registerSystem', input, ...args }, verb => registerSystem(verb, input));
  }
}
