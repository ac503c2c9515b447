import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { newSecret } from '../account/credential-secret.js';
import { publicActor } from '../account/the-public.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import { Request } from '../request/request.type.js';
import { applyForRegistration } from './apply-for-registration.js';
import { approveRegistration } from './approve-registration.js';
import { ApplyForRegistrationInput, ApproveRegistrationInput } from './registration.input.js';
import { ApplyForRegistrationPayload, ApproveRegistrationPayload } from './registration.payload.js';
import { Registration, RegistrationStatus } from './registration.type.js';
import { registrationOf } from './registration-content.js';
import { registrationStatus } from './registration-status.js';

@Resolver(() => Request)
export class RegistrationResolver {
  @Query(() => RegistrationStatus, {
    nullable: true,
    description: 'Where an application for registration stands, for whoever has its receipt; null when there is none.',
  })
  registrationStatus(
    @Arg('receipt', () => String, { description: 'What `applyForRegistration` gave.' }) receipt: string,
    @Ctx() { em }: Context,
  ) {
    return registrationStatus(em, receipt);
  }

  @FieldResolver(() => Registration, {
    nullable: true,
    description: 'What an application for registration asks for; null for other kinds, and when it was forgotten.',
  })
  registration(@Root() request: RequestRow) {
    return request.kind === 'REGISTRATION' ? registrationOf(request) : null;
  }

  @Mutation(() => ApplyForRegistrationPayload, {
    description:
      'Anybody, also without a credential, applies for an account and for a system that it is to own; staff decides. Whoever has no credential shares one set of idempotency keys with everybody else: use a random one. Refusals: BAD_USER_INPUT, NOT_FOUND (a document that is not yours), REQUEST_IN_PROGRESS (an application with this e-mail address waits).',
  })
  async applyForRegistration(
    @Arg('input', () => ApplyForRegistrationInput, { description: 'The application.' })
    input: ApplyForRegistrationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: Context,
  ) {
    const receipt = newSecret();
    const actor = context.actor ?? (await publicActor(context.em, context.now));
    const made = await perform({ ...context, actor }, { mutation: 'applyForRegistration', input, ...args }, verb =>
      applyForRegistration(verb, input, receipt),
    );
    return { ...made, receipt: made.replayed || made.dryRun ? null : receipt };
  }

  @Mutation(() => ApproveRegistrationPayload, {
    description:
      'Staff approves an application for registration: account, system and ownership come to be. An account is found by its e-mail address and gets the kinds that it lacks. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, CONFLICT (the address is that of an account of staff), BAD_USER_INPUT.',
  })
  approveRegistration(
    @Arg('input', () => ApproveRegistrationInput, { description: 'The approval.' }) input: ApproveRegistrationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'approveRegistration', input, ...args }, verb =>
      approveRegistration(verb, input),
    );
  }
}
