import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { type Performed, perform } from '../platform/perform.js';
import { AccountEntity, type AccountRow } from './account.entity.js';
import {
  CreateAccountInput,
  CreateApiCredentialInput,
  CreateOrganisationInput,
  RevokeApiCredentialInput,
  RotateApiCredentialInput,
} from './account.input.js';
import {
  CreateAccountPayload,
  CreateApiCredentialPayload,
  CreateOrganisationPayload,
  RevokeApiCredentialPayload,
  RotateApiCredentialPayload,
} from './account.payload.js';
import { Account, ApiCredential, Organisation } from './account.type.js';
import { ApiCredentialEntity, type ApiCredentialRow, ApiCredentialUseEntity } from './api-credential.entity.js';
import { createAccount } from './create-account.js';
import { createApiCredential } from './create-api-credential.js';
import { createOrganisation } from './create-organisation.js';
import { newSecret } from './credential-secret.js';
import { loadOrganisation } from './load-organisation.js';
import type { OrganisationRow } from './organisation.entity.js';
import { revokeApiCredential } from './revoke-api-credential.js';
import { rotateApiCredential } from './rotate-api-credential.js';

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
    description:
      'Staff makes a credential for an account. Refusals: NOT_FOUND, FORBIDDEN (scopes beyond those of the credential in use).',
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
    return shownOnce(made, secret);
  }

  @Mutation(() => RotateApiCredentialPayload, {
    description:
      'Makes a second credential of your own account: put it in place, then revoke the first. Two are alive at a time. Refusals: CONFLICT (two are alive), BAD_USER_INPUT, FORBIDDEN (scopes beyond those of the credential in use).',
  })
  async rotateApiCredential(
    @Arg('input', () => RotateApiCredentialInput, { description: 'The credential.' }) input: RotateApiCredentialInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const secret = newSecret();
    const made = await perform(context, { mutation: 'rotateApiCredential', input, ...args }, verb =>
      rotateApiCredential(verb, input, secret),
    );
    return shownOnce(made, secret);
  }

  @Mutation(() => RevokeApiCredentialPayload, {
    description:
      'Revokes a credential at once: one of your own account, also the one in use; staff any. Refusals: NOT_FOUND.',
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

@Resolver(() => ApiCredential)
export class ApiCredentialResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, to the minute; null: never.',
  })
  async lastUsedAt(@Root() { id }: ApiCredentialRow, @Ctx() context: Context): Promise<Date | null> {
    const use = await loadOne(
      context,
      'use of a credential',
      id,
      ids => context.em.find(ApiCredentialUseEntity, { credentialId: { $in: [...ids] } }),
      ({ credentialId }) => credentialId,
    );
    return use?.lastUsedAt ?? null;
  }
}

/** A secret goes with the answer that made it, and with no later one: only its hash is kept. */
function shownOnce<T extends Performed>(made: T, secret: string): T & { secret: string | null } {
  return { ...made, secret: made.replayed || made.dryRun ? null : secret };
}
