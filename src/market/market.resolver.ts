import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import { GisAccount } from '../gis/gis.type.js';
import { loadGisAccount } from '../gis/load-gis.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { acceptTransfer } from './accept-transfer.js';
import { acceptableUntil, findTransfer, listTransfers, mayReadPrice, rangesOfTransfer } from './list-transfers.js';
import type { TransferRow } from './market.entity.js';
import { MoveToSubaccountInput, OfferTransfersInput, TransferDecisionInput, TransferFilter } from './market.input.js';
import { MoveToSubaccountPayload, OfferTransfersPayload, TransferPayload } from './market.payload.js';
import { Transfer, TransferConnection } from './market.type.js';
import { moveToSubaccount } from './move-to-subaccount.js';
import { offerTransfers } from './offer-transfers.js';
import { rejectTransfer } from './reject-transfer.js';
import { withdrawTransfer } from './withdraw-transfer.js';

@Resolver(() => Transfer)
export class TransferResolver {
  @Query(() => Transfer, {
    nullable: true,
    description: 'A transfer by its id; null when there is none or it is not yours to see.',
  })
  transfer(@Arg('id', () => ID, { description: 'The transfer.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return findTransfer(em, actor, id);
  }

  @Query(() => TransferConnection, {
    description:
      'Transfers, newest first: of your accounts, those that you proposed as a broker; to staff and the regulator all.',
  })
  transfers(
    @Arg('filter', () => TransferFilter, { nullable: true, description: 'Which ones; absent: all.' })
    filter: TransferFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listTransfers(em, actor, filter ?? {}, page);
  }

  @FieldResolver(() => [String], { description: 'Its serial numbers, adjacent ranges joined.' })
  ranges(@Root() transfer: TransferRow, @Ctx() context: Context) {
    return rangesOfTransfer(context, transfer.id);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'The last day on which it can be accepted: then the trading year of its first certificates closes. null: it is decided.',
  })
  acceptableUntil(@Root() transfer: TransferRow, @Ctx() context: Context) {
    return acceptableUntil(context, transfer);
  }

  @FieldResolver(() => GisAccount, { description: 'The account that gives.' })
  fromGisAccount(@Root() transfer: TransferRow, @Ctx() context: Context) {
    return loadGisAccount(context, transfer.fromGisAccountId);
  }

  @FieldResolver(() => GisAccount, { description: 'The account that receives.' })
  toGisAccount(@Root() transfer: TransferRow, @Ctx() context: Context) {
    return loadGisAccount(context, transfer.toGisAccountId);
  }

  @FieldResolver(() => Organisation, { description: 'Who proposed it: whose account gives, or its broker.' })
  proposedBy(@Root() transfer: TransferRow, @Ctx() context: Context) {
    return loadOrganisation(context, transfer.proposedByOrganisationId);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'Price of one certificate in dollars. Private to the parties and the broker who proposed it: null to all others, staff and the regulator included, and when none was given.',
  })
  async priceDollars(@Root() transfer: TransferRow, @Ctx() context: AccountContext): Promise<string | null> {
    return (await mayReadPrice(context, transfer)) ? (transfer.priceDollars ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the giver noted for the receiver; as private.' })
  async note(@Root() transfer: TransferRow, @Ctx() context: AccountContext): Promise<string | null> {
    return (await mayReadPrice(context, transfer)) ? (transfer.note ?? null) : null;
  }

  @Mutation(() => OfferTransfersPayload, {
    description:
      'A REC owner or supplier offers certificates of its accounts to others, or a broker those of a party that authorized it today. All of them or none; pending until each is accepted, rejected or withdrawn. In trading periods only (two months from January, April, July and October 15). Refusals: NOT_FOUND (an account that does not exist, is not yours, or gave you no authorization), CERTIFICATES_NOT_HELD, CERTIFICATES_EXPIRED, BEFORE_SCHEDULE, TOO_MANY_ROWS, BAD_USER_INPUT.',
  })
  offerTransfers(
    @Arg('input', () => OfferTransfersInput, { description: 'The transfers.' }) input: OfferTransfersInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'offerTransfers', input, ...args }, verb => offerTransfers(verb, input));
  }

  @Mutation(() => TransferPayload, {
    description:
      'The receiver accepts: the certificates are in its account. In trading periods only. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, BEFORE_SCHEDULE, CERTIFICATES_EXPIRED, BAD_USER_INPUT.',
  })
  acceptTransfer(
    @Arg('input', () => TransferDecisionInput, { description: 'The transfer.' }) input: TransferDecisionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'acceptTransfer', input, ...args }, verb => acceptTransfer(verb, input));
  }

  @Mutation(() => TransferPayload, {
    description:
      'The receiver rejects: the certificates are active again where they were. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, CERTIFICATES_EXPIRED, BAD_USER_INPUT.',
  })
  rejectTransfer(
    @Arg('input', () => TransferDecisionInput, { description: 'The transfer.' }) input: TransferDecisionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'rejectTransfer', input, ...args }, verb => rejectTransfer(verb, input));
  }

  @Mutation(() => TransferPayload, {
    description:
      'Whose certificates they are takes the offer back, also one that its broker proposed. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, CERTIFICATES_EXPIRED, BAD_USER_INPUT.',
  })
  withdrawTransfer(
    @Arg('input', () => TransferDecisionInput, { description: 'The transfer.' }) input: TransferDecisionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'withdrawTransfer', input, ...args }, verb => withdrawTransfer(verb, input));
  }

  @Mutation(() => MoveToSubaccountPayload, {
    description:
      'A REC owner or supplier moves certificates to another sub-account of the account that they lie in; all of them or none, in trading periods only. Refusals: FORBIDDEN (RETAIL is for suppliers), CERTIFICATES_NOT_HELD (also when they are there already), CERTIFICATES_EXPIRED, BEFORE_SCHEDULE, TOO_MANY_ROWS, BAD_USER_INPUT.',
  })
  moveToSubaccount(
    @Arg('input', () => MoveToSubaccountInput, { description: 'The certificates.' }) input: MoveToSubaccountInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'moveToSubaccount', input, ...args }, verb => moveToSubaccount(verb, input));
  }
}
