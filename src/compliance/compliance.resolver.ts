import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { ComplianceFilingRow, SupplierRow } from './compliance.entity.js';
import {
  DecideFilingInput,
  EnterSupplierLoadInput,
  RegisterSupplierInput,
  SubmitFilingInput,
  type UseOrder,
  UseOrderEnum,
} from './compliance.input.js';
import { EnterSupplierLoadPayload, FilingPayload, RegisterSupplierPayload } from './compliance.payload.js';
import {
  ComplianceFiling,
  ComplianceFilingConnection,
  ComplianceStatement,
  Supplier,
  SupplierConnection,
} from './compliance.type.js';
import { complianceDraft } from './compliance-draft.js';
import { decideFiling } from './decide-filing.js';
import { enterSupplierLoad } from './enter-supplier-load.js';
import { countsLoad, loadOfFiling } from './known-load.js';
import { findFiling, listFilings, listSuppliers } from './list-filings.js';
import { registerSupplier } from './register-supplier.js';
import { type FilingContent, submitFiling } from './submit-filing.js';

@Resolver(() => Supplier)
export class SupplierResolver {
  @Query(() => SupplierConnection, {
    description: 'Retail electricity suppliers: all for staff and the regulator, your own for a supplier.',
  })
  suppliers(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listSuppliers(em, actor, page);
  }

  @FieldResolver(() => Organisation, { description: 'The organisation.' })
  organisation(@Root() { organisationId }: SupplierRow, @Ctx() context: Context) {
    return loadOrganisation(context, organisationId);
  }

  @Mutation(() => RegisterSupplierPayload, {
    description:
      'Staff enters an organisation as a retail electricity supplier. Refusals: NOT_FOUND, CONFLICT (it is one already), BAD_USER_INPUT.',
  })
  registerSupplier(
    @Arg('input', () => RegisterSupplierInput, { description: 'The supplier.' }) input: RegisterSupplierInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'registerSupplier', input, ...args }, verb => registerSupplier(verb, input));
  }

  @Mutation(() => EnterSupplierLoadPayload, {
    description:
      'A supplier, or staff for it, enters load of a compliance year; earlier rows stay on record. Refusals: NOT_FOUND, TOO_MANY_ROWS, BAD_USER_INPUT.',
  })
  enterSupplierLoad(
    @Arg('input', () => EnterSupplierLoadInput, { description: 'The load.' }) input: EnterSupplierLoadInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'enterSupplierLoad', input, ...args }, verb => enterSupplierLoad(verb, input));
  }
}

@Resolver(() => ComplianceStatement)
export class ComplianceResolver {
  @Query(() => ComplianceStatement, {
    nullable: true,
    description:
      'What a compliance year comes to, from the load entered and the ledger as it is now: the draft of the filing. Refusals: NOT_FOUND, EXEMPT_FROM_COMPLIANCE, NO_RULE_IN_FORCE, BAD_USER_INPUT.',
  })
  complianceDraft(
    @Arg('complianceYear', () => Int, { description: 'The compliance year.' }) complianceYear: number,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'The supplier; staff and the regulator name it, a supplier may leave it out.',
    })
    organisationId: string | null,
    @Arg('useOrder', () => UseOrderEnum, { defaultValue: 'NEW_FIRST', description: 'What counts first.' })
    useOrder: UseOrder,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return complianceDraft(em, actor, { complianceYear, organisationId, useOrder });
  }
}

@Resolver(() => ComplianceFiling)
export class ComplianceFilingResolver {
  @Query(() => ComplianceFilingConnection, {
    description: 'Annual filings, the latest first: all for staff and the regulator, your own for a supplier.',
  })
  complianceFilings(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listFilings(em, actor, page);
  }

  @Query(() => ComplianceFiling, {
    nullable: true,
    description: 'A filing by its id; null when there is none or it is not yours to see.',
  })
  complianceFiling(
    @Arg('id', () => ID, { description: 'The filing.' }) id: string,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return findFiling(em, actor, id);
  }

  @FieldResolver(() => Organisation, { description: 'The supplier.' })
  organisation(@Root() { organisationId }: ComplianceFilingRow, @Ctx() context: Context) {
    return loadOrganisation(context, organisationId);
  }

  @FieldResolver(() => ComplianceStatement, { description: 'What was filed, as it was computed then.' })
  statement(@Root() { content }: ComplianceFilingRow) {
    return (content as FilingContent).statement;
  }

  @FieldResolver(() => Boolean, {
    description:
      'true: load of its year was entered since it was submitted, which it does not count; it cannot be approved then, and one that is approved was computed from other load than is on record.',
  })
  async loadChanged(@Root() filing: ComplianceFilingRow, @Ctx() context: Context) {
    return !countsLoad((filing.content as FilingContent).statement, await loadOfFiling(context, filing));
  }

  @FieldResolver(() => Boolean, { description: 'true: it was submitted after it was due.' })
  late(@Root() { content }: ComplianceFilingRow) {
    return (content as FilingContent).late;
  }

  @FieldResolver(() => String, { description: "The supplier's word to the regulator." })
  note(@Root() { content }: ComplianceFilingRow) {
    return (content as FilingContent).note;
  }

  @Mutation(() => FilingPayload, {
    description:
      'A supplier submits its annual filing, due July 1, once the trading year is closed; what the ledger says then is frozen in it. Refusals: NOT_FOUND (no supplier), EXEMPT_FROM_COMPLIANCE, NOT_OPEN, CONFLICT (one of the year stands), NO_RULE_IN_FORCE, BAD_USER_INPUT.',
  })
  submitFiling(
    @Arg('input', () => SubmitFilingInput, { description: 'The filing.' }) input: SubmitFilingInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'submitFiling', input, ...args }, verb => submitFiling(verb, input));
  }

  @Mutation(() => FilingPayload, {
    description:
      'The regulator approves a filing, which uses and banks its credits, or returns it. Refusals: NOT_FOUND, CONFLICT (decided already, load was entered since, or another filing used a credit that it counts on), BAD_USER_INPUT.',
  })
  decideFiling(
    @Arg('input', () => DecideFilingInput, { description: 'The decision.' }) input: DecideFilingInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'decideFiling', input, ...args }, verb => decideFiling(verb, input));
  }
}
