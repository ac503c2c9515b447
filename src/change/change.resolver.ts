import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import { Request, RequestPayload } from '../request/request.type.js';
import { approveChange } from './approve-change.js';
import {
  ApproveChangeInput,
  ObjectToChangeInput,
  RequestGisHolderChangeInput,
  RequestHouseSaleInput,
  RequestRecTransferInput,
  RequestReporterChangeInput,
  VerifyRecTransferInput,
} from './change.input.js';
import { RequestedChange } from './change.type.js';
import { objectToChange } from './object-to-change.js';
import { requestGisHolderChange } from './request-gis-holder-change.js';
import { requestHouseSale } from './request-house-sale.js';
import { requestRecTransfer } from './request-rec-transfer.js';
import { requestReporterChange } from './request-reporter-change.js';
import { requestedChange } from './requested-change.js';
import { verifyRecTransfer } from './verify-rec-transfer.js';

/** What every description of asking says. */
const asking =
  'Asking changes nothing: what a System Owner, or anybody, asks for is so when staff approves it, and not before.';
/** Refusals that every way of asking has. */
const always =
  'NOT_FOUND (system, party, document or draft), FORBIDDEN (you are something else to the system, or do not hold the rights that are to move), BAD_USER_INPUT, CONFLICT, REQUEST_IN_PROGRESS, REQUEST_NOT_OPEN (the draft)';

@Resolver(() => Request)
export class ChangeResolver {
  @FieldResolver(() => RequestedChange, {
    nullable: true,
    description: 'What a change request asks for; null for applications, and where it was emptied to forget a person.',
  })
  change(@Root() request: RequestRow, @Ctx() context: Context): Promise<RequestedChange | null> {
    return requestedChange(context, request);
  }

  @Mutation(() => RequestPayload, {
    description: `The system owner, the REC owner or the GIS account holder of a system (or staff on behalf) asks for another reporter. ${asking} Refusals: ${always}, AUTOMATED_REPORTING_REQUIRED (above the limit of reporting by hand only a DAS provider reports).`,
  })
  requestReporterChange(
    @Arg('input', () => RequestReporterChangeInput, { description: 'The change.' }) input: RequestReporterChangeInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'requestReporterChange', input, ...args }, verb =>
      requestReporterChange(verb, input),
    );
  }

  @Mutation(() => RequestPayload, {
    description: `The organisation that holds the certificate rights today, as REC owner or system owner (or staff on behalf), asks for them to go to somebody else, on a signed contract. The regulator verifies it for an SREC system. ${asking} Refusals: ${always}, EVIDENCE_REQUIRED, MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED.`,
  })
  requestRecTransfer(
    @Arg('input', () => RequestRecTransferInput, { description: 'The transfer.' }) input: RequestRecTransferInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'requestRecTransfer', input, ...args }, verb =>
      requestRecTransfer(verb, input),
    );
  }

  @Mutation(() => RequestPayload, {
    description: `An aggregator, who holds a GIS asset (or staff on behalf), asks for a system to join it, on the signed agreement for REC services; if given, the certificate rights go to somebody else too, which takes them to be yours, or to be already with the organisation that is named. The regulator verifies it for an SREC system, with or without the rights: it moves where the certificates go. ZIP code and capacity guard against a slip; they are public, and no proof of anything: who holds the system sees the request, and may object to it (objectToChange). An asset that is not yours and a system that does not match are NOT_FOUND. ${asking} Refusals: NOT_FOUND, FORBIDDEN (the rights are held by another), BAD_USER_INPUT, CONFLICT (the system is in that asset already), EVIDENCE_REQUIRED, MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED, REQUEST_IN_PROGRESS, REQUEST_NOT_OPEN (the draft).`,
  })
  requestGisHolderChange(
    @Arg('input', () => RequestGisHolderChangeInput, { description: 'The change.' })
    input: RequestGisHolderChangeInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'requestGisHolderChange', input, ...args }, verb =>
      requestGisHolderChange(verb, input),
    );
  }

  @Mutation(() => RequestPayload, {
    description: `The system owner (or staff on behalf) asks for what the sale of the house changes: owner, certificate rights and reporter in one request, on the signed contract. The rights go to the buyer only if the seller holds them today; what another holds stays with it. When the rights of an SREC system move, the regulator verifies it. ${asking} Refusals: ${always}, EVIDENCE_REQUIRED, AUTOMATED_REPORTING_REQUIRED, MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED.`,
  })
  requestHouseSale(
    @Arg('input', () => RequestHouseSaleInput, { description: 'The sale.' }) input: RequestHouseSaleInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'requestHouseSale', input, ...args }, verb => requestHouseSale(verb, input));
  }

  @Mutation(() => RequestPayload, {
    description:
      'The regulator verifies a request that moves the certificate rights of an SREC system, or the system to the asset of another account. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, CONFLICT (it is verified, or another holds what moves than when it was submitted), BAD_USER_INPUT (nothing in it is to be verified).',
  })
  verifyRecTransfer(
    @Arg('input', () => VerifyRecTransferInput, { description: 'The request.' }) input: VerifyRecTransferInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'verifyRecTransfer', input, ...args }, verb => verifyRecTransfer(verb, input));
  }

  @Mutation(() => RequestPayload, {
    description:
      'Whoever is system owner, REC owner or (of a change of the account holder) holder of the asset of a system today objects to a change that another organisation asked for: the request is CANCELLED with the reason. Refusals: NOT_FOUND, BAD_USER_INPUT (it is of your own organisation), REQUEST_NOT_OPEN.',
  })
  objectToChange(
    @Arg('input', () => ObjectToChangeInput, { description: 'The objection.' }) input: ObjectToChangeInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'objectToChange', input, ...args }, verb => objectToChange(verb, input));
  }

  @Mutation(() => RequestPayload, {
    description:
      'Staff approves a change request, which carries it out: roles are appointed, the asset is joined, a party that nobody is known by the address of is opened. Everything is checked again. There is no denial: staff cancels instead. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, VERIFICATION_REQUIRED, CONFLICT (who asked is no longer what it asked as, another holds what moves than when it was submitted or verified, or a later appointment is on record), BAD_USER_INPUT (the reporter has no account that reports), AUTOMATED_REPORTING_REQUIRED, MONTH_ALREADY_ISSUED, QUARTER_BEING_ISSUED, ASSET_WITHOUT_HOLDER.',
  })
  approveChange(
    @Arg('input', () => ApproveChangeInput, { description: 'The request.' }) input: ApproveChangeInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'approveChange', input, ...args }, verb => approveChange(verb, input));
  }
}
