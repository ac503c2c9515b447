import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { OrganisationRow } from '../account/organisation.entity.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { findUpload, listUploads } from './find-upload.js';
import { listOutcomes } from './list-outcomes.js';
import type { UploadRow } from './upload.entity.js';
import { OutcomeArgs, ReadingOutcomeConnection, Upload, UploadConnection, UploadFilter } from './upload.type.js';

@Resolver(() => Upload)
export class UploadResolver {
  @Query(() => Upload, {
    nullable: true,
    description: 'The receipt of an upload; null when there is none or it is not of your organisation.',
  })
  upload(@Arg('id', () => ID, { description: 'The upload.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return findUpload(em, actor, id);
  }

  @Query(() => UploadConnection, {
    description:
      'The uploads of your organisation, newest first; staff sees all. Those to a run of the conformance sandbox are asked for by the run.',
  })
  uploads(
    @Arg('filter', () => UploadFilter, { nullable: true, description: 'Which ones; absent: all.' })
    filter: UploadFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listUploads(em, actor, filter ?? {}, page);
  }

  @FieldResolver(() => Organisation, { description: 'The organisation that sent it.' })
  organisation(@Root() upload: UploadRow, @Ctx() context: Context): Promise<OrganisationRow> {
    return loadOrganisation(context, upload.organisationId);
  }

  @FieldResolver(() => ReadingOutcomeConnection, {
    description: 'What became of its rows, in their order, as far as they are done.',
  })
  outcomes(@Root() upload: UploadRow, @Args(() => OutcomeArgs) args: OutcomeArgs, @Ctx() context: Context) {
    return listOutcomes(context, upload.id, args);
  }
}
