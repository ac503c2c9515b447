import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { cancelExport } from './cancel-export.js';
import type { ExportRow } from './export.entity.js';
import { CancelExportInput, StartExportInput } from './export.input.js';
import { ExportPayload } from './export.payload.js';
import { Export, ExportConnection } from './export.type.js';
import { findExport, listExports } from './find-export.js';
import { exportDays } from './forget-exports.js';
import { startExport } from './start-export.js';

@Resolver(() => Export)
export class ExportResolver {
  @Query(() => Export, {
    nullable: true,
    description: 'An export of your account, and how far it is; null when there is none.',
  })
  export(@Arg('id', () => ID, { description: 'The export.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return findExport(em, actor, id);
  }

  @Query(() => ExportConnection, { description: 'The exports of your account, newest first.' })
  exports(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listExports(em, actor, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `Where its file is fetched, with your credential, whole or by ranges of bytes, for ${exportDays} days; null until it is completed.`,
  })
  path(@Root() { id, state }: ExportRow): string | null {
    return state === 'COMPLETED' ? `/exports/${id}` : null;
  }

  @Mutation(() => ExportPayload, {
    description:
      'Asks for a file of all rows of a kind that your account may see. A worker writes it; at most five are under way. Refusals: FORBIDDEN, BAD_USER_INPUT, CONFLICT.',
  })
  startExport(
    @Arg('input', () => StartExportInput, { description: 'The export.' }) input: StartExportInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'startExport', input, ...args }, verb => startExport(verb, input));
  }

  @Mutation(() => ExportPayload, {
    description: 'Ends an export of your account that is under way. Refusals: NOT_FOUND, CONFLICT (it has ended).',
  })
  cancelExport(
    @Arg('input', () => CancelExportInput, { description: 'The export.' }) input: CancelExportInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'cancelExport', input, ...args }, verb => cancelExport(verb, input));
  }
}
