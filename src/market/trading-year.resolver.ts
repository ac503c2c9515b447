import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { serially } from '../platform/serially.js';
import { authorizeBroker } from './authorize-broker.js';
import { closeTradingYear } from './close-trading-year.js';
import { endBrokerAuthorization } from './end-broker-authorization.js';
import { listAuthorizations } from './list-transfers.js';
import type { BrokerAuthorizationRow } from './market.entity.js';
import {
  AuthorizeBrokerInput,
  CloseTradingYearInput,
  EndBrokerAuthorizationInput,
  OpenTradingPeriodInput,
} from './market.input.js';
import {
  AuthorizeBrokerPayload,
  CloseTradingYearPayload,
  EndBrokerAuthorizationPayload,
  OpenTradingPeriodPayload,
} from './market.payload.js';
import { BrokerAuthorization, BrokerAuthorizationConnection, TradingYear } from './market.type.js';
import { openTradingPeriod } from './open-trading-period.js';
import { findTradingYear } from './trading-year.js';

@Resolver(() => BrokerAuthorization)
export class BrokerAuthorizationResolver {
  @Query(() => BrokerAuthorizationConnection, {
    description:
      'Authorizations that your organisation gave, or got as a broker, newest first; to staff and the regulator all.',
  })
  brokerAuthorizations(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listAuthorizations(em, actor, page);
  }

  @FieldResolver(() => Organisation, { description: 'Who gave it.' })
  principal(@Root() authorization: BrokerAuthorizationRow, @Ctx() context: Context) {
    return loadOrganisation(context, authorization.principalOrganisationId);
  }

  @FieldResolver(() => Organisation, { description: 'The broker.' })
  broker(@Root() authorization: BrokerAuthorizationRow, @Ctx() context: Context) {
    return loadOrganisation(context, authorization.brokerOrganisationId);
  }

  @Mutation(() => AuthorizeBrokerPayload, {
    description:
      'A REC owner or supplier lets a broker propose transfers for it (offerTransfers), and nothing else. Refusals: NOT_FOUND (no such broker), CONFLICT (authorized on some of these days already), BAD_USER_INPUT.',
  })
  authorizeBroker(
    @Arg('input', () => AuthorizeBrokerInput, { description: 'The broker.' }) input: AuthorizeBrokerInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'authorizeBroker', input, ...args }, verb => authorizeBroker(verb, input));
  }

  @Mutation(() => EndBrokerAuthorizationPayload, {
    description:
      'Whoever gave an authorization ends it today. What the broker proposed stands until it is decided. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, BAD_USER_INPUT.',
  })
  endBrokerAuthorization(
    @Arg('input', () => EndBrokerAuthorizationInput, { description: 'The authorization.' })
    input: EndBrokerAuthorizationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'endBrokerAuthorization', input, ...args }, verb =>
      endBrokerAuthorization(verb, input),
    );
  }
}

@Resolver(() => TradingYear)
export class TradingYearResolver {
  @Query(() => TradingYear, {
    description: 'The trading year of a calendar year: its days and periods. Refusals: BAD_USER_INPUT.',
  })
  tradingYear(
    @Arg('year', () => Int, { description: 'The calendar year of generation.' }) year: number,
    @Ctx() { em }: AccountContext,
  ): Promise<TradingYear> {
    return findTradingYear(em, year);
  }

  @Mutation(() => OpenTradingPeriodPayload, {
    description:
      'Staff opens the trading period of an issued quarter: the standing transfers approved by then are executed, each once, priority 1 first and 0 last, lowest serial numbers first. Interrupted, it goes on where it stopped when it is asked for again. Refusals: QUARTER_OUT_OF_ORDER (not issued), BEFORE_SCHEDULE, CERTIFICATES_EXPIRED, BAD_USER_INPUT.',
  })
  openTradingPeriod(
    @Arg('input', () => OpenTradingPeriodInput, { description: 'The quarter.' }) input: OpenTradingPeriodInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return serially('issueQuarter', () =>
      perform(context, { mutation: 'openTradingPeriod', input, ...args }, verb =>
        openTradingPeriod(verb, { ...input, dryRun: args.dryRun }),
      ),
    );
  }

  @Mutation(() => CloseTradingYearPayload, {
    description:
      'Staff closes a trading year, from June 16 after it on: open offers lapse, certificates in retail sub-accounts are retired for compliance, in reserve as reserve, all others to the residual mix, but for those deposited or made usable longer by an auction. Nothing of the year moves any more. Interrupted, it goes on where it stopped when it is asked for again. Refusals: BEFORE_SCHEDULE, QUARTER_OUT_OF_ORDER (its quarters are not issued, or a year before it is not closed), BAD_USER_INPUT.',
  })
  closeTradingYear(
    @Arg('input', () => CloseTradingYearInput, { description: 'The year.' }) input: CloseTradingYearInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return serially('issueQuarter', () =>
      perform(context, { mutation: 'closeTradingYear', input, ...args }, verb =>
        closeTradingYear(verb, { ...input, dryRun: args.dryRun }),
      ),
    );
  }
}
