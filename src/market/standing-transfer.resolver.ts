import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { DecimalScalar } from '../boundary/scalars.js';
import { GisAccount, GisAsset } from '../gis/gis.type.js';
import { loadGisAccount, loadGisAsset } from '../gis/load-gis.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { acceptStandingTransfer } from './accept-standing-transfer.js';
import { executionsOf, listStandingTransfers, mayReadPrice } from './list-transfers.js';
import type { StandingTransferRow, StandingTransferState } from './market.entity.js';
import { OfferStandingTransferInput, StandingTransferDecisionInput } from './market.input.js';
import { StandingTransferPayload } from './market.payload.js';
import { offerStandingTransfer } from './offer-standing-transfer.js';
import { rejectStandingTransfer } from './reject-standing-transfer.js';
import {
  StandingTransfer,
  StandingTransferConnection,
  StandingTransferExecution,
  StandingTransferStateEnum,
} from './standing-transfer.type.js';
import { withdrawStandingTransfer } from './withdraw-standing-transfer.js';

@Resolver(() => StandingTransfer)
export class StandingTransferResolver {
  @Query(() => StandingTransferConnection, {
    description: 'Standing transfers of your accounts, newest first; to staff and the regulator all.',
  })
  standingTransfers(
    @Arg('states', () => [StandingTransferStateEnum], { nullable: true, description: 'Only in these states.' })
    states: StandingTransferState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listStandingTransfers(em, actor, states, page);
  }

  @FieldResolver(() => GisAccount, { description: 'The account that gives.' })
  fromGisAccount(@Root() standing: StandingTransferRow, @Ctx() context: Context) {
    return loadGisAccount(context, standing.fromGisAccountId);
  }

  @FieldResolver(() => GisAccount, { description: 'The account that receives.' })
  toGisAccount(@Root() standing: StandingTransferRow, @Ctx() context: Context) {
    return loadGisAccount(context, standing.toGisAccountId);
  }

  @FieldResolver(() => GisAsset, { nullable: true, description: 'The one asset that it takes from; null: all.' })
  asset(@Root() standing: StandingTransferRow, @Ctx() context: Context) {
    return standing.assetId ? loadGisAsset(context, standing.assetId) : null;
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: 'Price of one certificate in dollars. Private to the parties: null to all others.',
  })
  async priceDollars(@Root() standing: StandingTransferRow, @Ctx() context: AccountContext): Promise<string | null> {
    return (await mayReadPrice(context, standing)) ? (standing.priceDollars ?? null) : null;
  }

  @FieldResolver(() => [StandingTransferExecution], { description: 'What became of it, month by month.' })
  executions(@Root() standing: StandingTransferRow, @Ctx() context: Context) {
    return executionsOf(context, standing.id);
  }

  @Mutation(() => StandingTransferPayload, {
    description:
      'A REC owner or supplier offers a forward transfer from its account. Refusals: NOT_FOUND (an account, the asset), BAD_USER_INPUT.',
  })
  offerStandingTransfer(
    @Arg('input', () => OfferStandingTransferInput, { description: 'The standing transfer.' })
    input: OfferStandingTransferInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'offerStandingTransfer', input, ...args }, verb =>
      offerStandingTransfer(verb, input),
    );
  }

  @Mutation(() => StandingTransferPayload, {
    description:
      'The receiver approves a forward transfer: it is executed whenever a trading period of its months opens. Refusals: NOT_FOUND, REQUEST_NOT_OPEN.',
  })
  acceptStandingTransfer(
    @Arg('input', () => StandingTransferDecisionInput, { description: 'The standing transfer.' })
    input: StandingTransferDecisionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'acceptStandingTransfer', input, ...args }, verb =>
      acceptStandingTransfer(verb, input),
    );
  }

  @Mutation(() => StandingTransferPayload, {
    description: 'The receiver rejects a forward transfer. Refusals: NOT_FOUND, REQUEST_NOT_OPEN.',
  })
  rejectStandingTransfer(
    @Arg('input', () => StandingTransferDecisionInput, { description: 'The standing transfer.' })
    input: StandingTransferDecisionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'rejectStandingTransfer', input, ...args }, verb =>
      rejectStandingTransfer(verb, input),
    );
  }

  @Mutation(() => StandingTransferPayload, {
    description:
      'The giver takes a forward transfer back: while it waits, or approved unless it is irrevocable. What was executed stands. Refusals: NOT_FOUND, REQUEST_NOT_OPEN.',
  })
  withdrawStandingTransfer(
    @Arg('input', () => StandingTransferDecisionInput, { description: 'The standing transfer.' })
    input: StandingTransferDecisionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'withdrawStandingTransfer', input, ...args }, verb =>
      withdrawStandingTransfer(verb, input),
    );
  }
}
