import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { AccountContext } from '../boundary/context.js';
import { Change, ChangeConnection, ChangesArgs } from './change.type.js';
import { listChanges } from './list-changes.js';

@Resolver(() => Change)
export class ChangeFeedResolver {
  @Query(() => ChangeConnection, {
    description:
      'What happened, oldest first, as far as you may see it today. Keep `endCursor` and ask again with it as `after`: nothing is missed and nothing comes twice, whatever is written meanwhile. A page looks at 10,000 changes at most, so it may hold fewer than `first`, or none, and still say `hasNextPage`. A change appears when every transaction that began before it has ended, usually within a second. Nothing is ever removed. Refusals: BAD_USER_INPUT, CURSOR_EXPIRED (a cursor of another database).',
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() { em, actor }: AccountContext) {
    return listChanges(em, actor, args);
  }
}
