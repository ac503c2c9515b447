import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../boundary/scalars.js';
import type { AccountKind } from '../domain/account-kind.js';
import { type CredentialScope, longestCredentialDays } from '../domain/credential-scope.js';
import { AccountKindEnum, CredentialScopeEnum, OrganisationKindEnum } from './account.type.js';
import type { OrganisationKind } from './organisation.entity.js';

@InputType({ description: 'A party to be entered.' })
export class CreateOrganisationInput {
  @Field(() => OrganisationKindEnum, { description: 'Person, company or public body.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: made up, for a demonstration or a synthetic data set.',
  })
  synthetic!: boolean;
}

@InputType({ description: 'An account to be opened for an organisation.' })
export class CreateAccountInput {
  @Field(() => ID, { description: 'The organisation that it acts for.' })
  organisationId!: string;

  @Field(() => String, { description: 'Name of the person or program.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; unique among accounts.' })
  email?: string | null;

  @Field(() => [AccountKindEnum], { description: 'What it may do; at least one kind.' })
  kinds!: AccountKind[];
}

@InputType({ description: 'A credential to be made for an account.' })
export class CreateApiCredentialInput {
  @Field(() => ID, { description: 'The account that it is for.' })
  accountId!: string;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on it is refused; absent: it does not expire.',
  })
  expiresAt?: Date | null;

  @Field(() => [CredentialScopeEnum], {
    nullable: true,
    description: 'What it may be used for; absent: for all that its account may do.',
  })
  scopes?: CredentialScope[] | null;
}

@InputType({ description: 'A credential to be made beside the one in use, which it is to replace.' })
export class RotateApiCredentialInput {
  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: `From when on it is refused, at most ${longestCredentialDays} days from now; absent: as long as that.`,
  })
  expiresAt?: Date | null;

  @Field(() => [CredentialScopeEnum], {
    nullable: true,
    description: 'What it may be used for, of what the credential in use may; absent: the same.',
  })
  scopes?: CredentialScope[] | null;
}

@InputType({ description: 'A credential to be revoked.' })
export class RevokeApiCredentialInput {
  @Field(() => ID, { description: 'The credential.' })
  credentialId!: string;
}
