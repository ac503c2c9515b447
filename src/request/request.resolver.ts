import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadAccount } from '../account/load-account.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { Document } from '../document/document.type.js';
import { loadDocument } from '../document/find-document.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { loadSystem } from '../system/load-system.js';
import { System } from '../system/system.type.js';
import { cancelRequest } from './cancel-request.js';
import { deniableKinds, denyRequest } from './deny-request.js';
import { findRequest, listRequests } from './list-requests.js';
import { loadEvents, loadEvidence } from './load-request.js';
import type { RequestDocumentRow, RequestEventRow, RequestRow } from './request.entity.js';
import { CancelRequestInput, DenyRequestInput, RequestFilter, WithdrawRequestInput } from './request.input.js';
import { Request, RequestConnection, RequestEvent, RequestEvidence, RequestPayload } from './request.type.js';
import { withdrawRequest } from './withdraw-request.js';

@Resolver(() => Request)
export class RequestResolver {
  @Query(() => Request, {
    nullable: true,
    description: 'A request by its id; null when there is none or it is not yours to see.',
  })
  request(@Arg('id', () => ID, { description: 'The request.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return findRequest(em, actor, id);
  }

  @Query(() => RequestConnection, {
    description:
      'Requests, submitted first first, drafts last: to staff and the regulator all that were submitted (the queue: `states: [SUBMITTED]`), to others those of their organisation, and what others submitted about a system (changes, statements of qualification) whose system owner or REC owner it is today; who holds its asset sees the changes of the account holder.',
  })
  requests(
    @Arg('filter', () => RequestFilter, { nullable: true, description: 'Which ones; absent: all.' })
    filter: RequestFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listRequests(em, actor, filter ?? {}, page);
  }

  @FieldResolver(() => System, {
    nullable: true,
    description: 'The system that it is for; null: for none, or for one that is not yours to see.',
  })
  system(@Root() { systemId }: RequestRow, @Ctx() context: AccountContext) {
    return systemId ? loadSystem(context, systemId) : null;
  }

  @FieldResolver(() => Organisation, {
    description: 'The organisation that asks; "The public" for whoever asked without a credential.',
  })
  organisation(@Root() request: RequestRow, @Ctx() context: Context) {
    return loadOrganisation(context, request.organisationId);
  }

  @FieldResolver(() => [RequestEvent], { description: 'What was done to it, in order.' })
  events(@Root() request: RequestRow, @Ctx() context: Context) {
    return loadEvents(context, request.id);
  }

  @FieldResolver(() => [RequestEvidence], { description: 'The documents that stand behind it.' })
  evidence(@Root() request: RequestRow, @Ctx() context: Context) {
    return loadEvidence(context, request.id);
  }

  @Mutation(() => RequestPayload, {
    description:
      'Your organisation takes back a request of its own, a draft or submitted. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, BAD_USER_INPUT.',
  })
  withdrawRequest(
    @Arg('input', () => WithdrawRequestInput, { description: 'The request.' }) input: WithdrawRequestInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'withdrawRequest', input, ...args }, verb => withdrawRequest(verb, input));
  }

  @Mutation(() => RequestPayload, {
    description:
      'Staff (CANCELLED) or the regulator (CANCELLED_BY_DOER) cancels a submitted request. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, BAD_USER_INPUT.',
  })
  cancelRequest(
    @Arg('input', () => CancelRequestInput, { description: 'The request.' }) input: CancelRequestInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'cancelRequest', input, ...args }, verb => cancelRequest(verb, input));
  }

  @Mutation(() => RequestPayload, {
    description: `Staff denies an application (${deniableKinds.join(', ')}). Refusals: NOT_FOUND (another kind too), REQUEST_NOT_OPEN, BAD_USER_INPUT.`,
  })
  denyRequest(
    @Arg('input', () => DenyRequestInput, { description: 'The application.' }) input: DenyRequestInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'denyRequest', input, ...args }, verb =>
      denyRequest(verb, input, deniableKinds),
    );
  }
}

@Resolver(() => RequestEvent)
export class RequestEventResolver {
  @FieldResolver(() => String, { description: 'Name of the account that did it.' })
  async accountName(@Root() event: RequestEventRow, @Ctx() context: Context): Promise<string> {
    return (await loadAccount(context, event.accountId)).name;
  }

  @FieldResolver(() => Organisation, { description: 'The organisation for which it was done.' })
  async organisation(@Root() event: RequestEventRow, @Ctx() context: Context) {
    return loadOrganisation(context, (await loadAccount(context, event.accountId)).organisationId);
  }
}

@Resolver(() => RequestEvidence)
export class RequestEvidenceResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The document; null: not yours to see.' })
  document(@Root() evidence: RequestDocumentRow, @Ctx() context: AccountContext) {
    return loadDocument(context, evidence.documentId);
  }
}
