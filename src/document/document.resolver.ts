import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadAccount } from '../account/load-account.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { OrganisationRow } from '../account/organisation.entity.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { where } from '../platform/sql.js';
import { acceptTerms } from './accept-terms.js';
import { type DocumentRow, TermsAcceptanceEntity, type TermsAcceptanceRow } from './document.entity.js';
import { AcceptTermsInput, FileDocumentInput, PublishProgramDocumentInput } from './document.input.js';
import { AcceptTermsPayload, FileDocumentPayload, PublishProgramDocumentPayload } from './document.payload.js';
import { Document, TermsAcceptance } from './document.type.js';
import { fileDocument } from './file-document.js';
import { findDocument } from './find-document.js';
import { publishProgramDocument } from './publish-program-document.js';
import { paperIsVisible } from './scope.js';

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, {
    nullable: true,
    description: 'A document by its id; null when there is none or it is not yours to see.',
  })
  document(@Arg('id', () => ID, { description: 'The document.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return findDocument(em, actor, id);
  }

  @FieldResolver(() => String, { description: 'SHA-256 of its content, 64 hexadecimal digits.' })
  sha256(@Root() document: DocumentRow): string {
    return Buffer.from(document.sha256).toString('hex');
  }

  @FieldResolver(() => Organisation, { description: 'The organisation that filed it.' })
  organisation(@Root() document: DocumentRow, @Ctx() context: Context): Promise<OrganisationRow> {
    return loadOrganisation(context, document.organisationId);
  }

  @Mutation(() => FileDocumentPayload, {
    description:
      'Your organisation files a document, to be named as evidence. Refusals: DOCUMENT_NOT_ACCEPTED, BAD_USER_INPUT.',
  })
  fileDocument(
    @Arg('input', () => FileDocumentInput, { description: 'The document.' }) input: FileDocumentInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'fileDocument', input, ...args }, verb => fileDocument(verb, input));
  }

  @Mutation(() => PublishProgramDocumentPayload, {
    description:
      'Staff publishes a version of a document of the programme, for ever. Refusals: NOT_FOUND, CONFLICT (version exists), BAD_USER_INPUT.',
  })
  publishProgramDocument(
    @Arg('input', () => PublishProgramDocumentInput, { description: 'The version.' })
    input: PublishProgramDocumentInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'publishProgramDocument', input, ...args }, verb =>
      publishProgramDocument(verb, input),
    );
  }
}

@Resolver(() => TermsAcceptance)
export class TermsAcceptanceResolver {
  @FieldResolver(() => String, { description: 'Name of the account that accepted, or of staff that recorded it.' })
  async accountName(@Root() acceptance: TermsAcceptanceRow, @Ctx() context: Context): Promise<string> {
    return (await loadAccount(context, acceptance.createdBy)).name;
  }
}

const acceptancesOfOrganisation = 'visible terms acceptances of an organisation';

@Resolver(() => Organisation)
export class OrganisationTermsResolver {
  @FieldResolver(() => [TermsAcceptance], {
    description:
      'Which versions of the SREC terms and conditions it accepted, oldest first; empty for others than itself, staff and the regulator.',
  })
  termsAcceptances(
    @Root() organisation: OrganisationRow,
    @Ctx() context: AccountContext,
  ): Promise<readonly TermsAcceptanceRow[]> {
    return loadMany(
      context,
      acceptancesOfOrganisation,
      organisation.id,
      ids =>
        context.em.find(
          TermsAcceptanceEntity,
          {
            $and: [{ organisationId: { $in: [...ids] } }, where(alias => paperIsVisible(context.actor, alias))],
          },
          { orderBy: { id: 'asc' } },
        ),
      acceptance => acceptance.organisationId,
    );
  }

  @Mutation(() => AcceptTermsPayload, {
    description:
      'A REC owner accepts the SREC terms and conditions for its organisation; staff records the acceptance of any, with evidence. Accepted is the current version; staff may record an older one that was accepted in its time. An acceptance stays good when a new version is published. Refusals: NOT_FOUND, BAD_USER_INPUT (no version of the terms, or a superseded one: the current one is named), EVIDENCE_REQUIRED, CONFLICT (accepted already).',
  })
  acceptTerms(
    @Arg('input', () => AcceptTermsInput, { description: 'The acceptance.' }) input: AcceptTermsInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'acceptTerms', input, ...args }, verb => acceptTerms(verb, input));
  }
}
