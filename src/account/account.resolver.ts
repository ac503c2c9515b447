import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { AccountEntity, type AccountRow } from './account.entity.js';
import {
  CreateAccountInput,
  CreateApiCredentialInput,
  CreateOrganisationInput,
  RevokeApiCredentialInput,
} from './account.input.js';
import {
  CreateAccountPayload,
  CreateApiCredentialPayload,
  CreateOrganisationPayload,
  RevokeApiCredentialPayload,
} from './account.payload.js';
import { Account, ApiCredential, Organisation } from './account.type.js';
import { ApiCredentialEntity, type ApiCredentialRow } from './api-credential.entity.js';
import { createAccount } from './create-account.js';
import { createApiCredential } from './create-api-credential.js';
import { createOrganisation } from './create-organisation.js';
import { newSecret } from './credential-secret.js';
import { loadOrganisation } from './load-organisation.js';
import type { OrganisationRow } from './organisation.entity.js';
import { revokeApiCredential } from './revoke-api-credential.js';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { description: 'The account whose credential this request carries.' })
  async me(@Ctx() { em, actor }: AccountContext): Promise<AccountRow> {
    return em.findOneOrFail(AccountEntity, actor.accountId);
  }

  @FieldResolver(() => Organisation, { description: 'The organisation that the account acts for.' })
  organisation(@Root() account: AccountRow, @Ctx() context: Context): Promise<OrganisationRow> {
    return loadOrganisation(context, account.organisationId);
  }

  @FieldResolver(() => [ApiCredential], { description: 'The credentials of the account, newest first.' })
  credentials(@Root() account: AccountRow, @Ctx() { em }: Context): Promise<ApiCredentialRow[]> {
    return em.find(ApiCredentialEntity, { accountId: account.id }, { orderBy: { id: 'desc' } });
  }

  @Mutation(() => CreateOrganisationPayload, { description: 'Staff enters a party. Refusals: CONFLICT.' })
  createOrganisation(
    @Arg('input', () => CreateOrganisationInput, { description: 'The party.' }) input: CreateOrganisationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'createOrganisation', input, ...args }, verb =>
      createOrganisation(verb, input),
    );
  }

  @Mutation(() => CreateAccountPayload, {
    description: 'Staff opens an account. Refusals: NOT_FOUND, CONFLICT (e-mail in use).',
  })
  createAccount(
    @Arg('input', () => CreateAccountInput, { description: 'The account.' }) input: CreateAccountInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'createAccount', input, ...args }, verb => createAccount(verb, input));
  }

  @Mutation(() => CreateApiCredentialPayload, {
    description: 'Staff makes a credential for an account. Refusals: NOT_FOUND.',
  })
  async createApiCredential(
    @Arg('input', () => CreateApiCredentialInput, { description: 'The credential.' }) input: CreateApiCredentialInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const secret = newSecret();
    const made = await perform(context, { mutation: 'createApiCredential', input, ...args }, verb =>
      createApiCredential(verb, input, secret),
    );
    return { ...made, secret: made.replayed || made.dryRun ? null : secret };
  }

  @Mutation(() => RevokeApiCredentialPayload, {
    description: 'Staff revokes a credential at once. Refusals: NOT_FOUND.',
  })
  revokeApiCredential(
    @Arg('input', () => RevokeApiCredentialInput, { description: 'The credential.' }) input: RevokeApiCredentialInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'revokeApiCredential', input, ...args }, verb =>
      revokeApiCredential(verb, input),
    );
  }
}
