import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import { type AccountKind, accountKinds } from '../domain/account-kind.js';
import { type CredentialScope, credentialScopes } from '../domain/credential-scope.js';
import type { AccountRow } from './account.entity.js';
import type { ApiCredentialRow } from './api-credential.entity.js';
import { type OrganisationKind, type OrganisationRow, organisationKinds } from './organisation.entity.js';

export const AccountKindEnum = enumOf(accountKinds);
registerEnumType(AccountKindEnum, {
  name: 'AccountKind',
  description: 'What an account may do. An account may hold several kinds.',
  valuesConfig: {
    SYSTEM_OWNER: { description: 'Reads its systems and their production; may ask for changes, and changes nothing.' },
    REC_OWNER: {
      description: 'Owns certificate rights: sees systems and ledger of its rights, retires its certificates.',
    },
    SYSTEM_REPRESENTATIVE: { description: 'Reports production of the systems it represents; nobody else does.' },
    SUPPLIER: {
      description: 'A retail electricity supplier: holds and trades certificates, bids, files its compliance.',
    },
    BROKER: { description: 'Proposes transfers for parties that authorized it; holds nothing.' },
    STAFF: { description: 'Administers the PTS; does not report production.' },
    REGULATOR: { description: 'Reads everything, and decides what is for the regulator to decide (DOER).' },
  },
});

export const OrganisationKindEnum = enumOf(organisationKinds);
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'What kind of party this is.',
  valuesConfig: {
    PERSON: { description: 'A private person, e.g. a home-owner.' },
    COMPANY: { description: 'A company, e.g. an aggregator or a DAS provider.' },
    PUBLIC_BODY: { description: 'A town, a school, a state agency.' },
  },
});

export const CredentialScopeEnum = enumOf(credentialScopes);
registerEnumType(CredentialScopeEnum, {
  name: 'CredentialScope',
  description: 'What a credential may be used for, within what its account may do.',
  valuesConfig: {
    READ: { description: 'Queries and files.' },
    REPORT: { description: 'Submitting readings: `submitReadings` and uploads.' },
    WRITE: { description: 'Every other mutation.' },
    CREDENTIALS: { description: 'Making and revoking credentials.' },
  },
});

@ObjectType({ description: 'A party: a person, a company or a public body. Roles and GIS accounts belong to it.' })
export class Organisation implements Pick<OrganisationRow, 'id' | 'kind' | 'name' | 'synthetic'> {
  @Field(() => ID, { description: 'Identifies the organisation.' })
  id!: string;

  @Field(() => OrganisationKindEnum, { description: 'Person, company or public body.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Name as the party gave it. Personal data when it is a person.' })
  name!: string;

  @Field(() => Boolean, { description: 'true: made up for a demonstration or a synthetic data set.' })
  synthetic!: boolean;
}

@ObjectType({ description: 'Somebody who may ask: a person or a program that acts for an organisation.' })
export class Account implements Pick<AccountRow, 'id' | 'name' | 'email' | 'kinds' | 'createdAt'> {
  @Field(() => ID, { description: 'Identifies the account.' })
  id!: string;

  @Field(() => String, { description: 'Name of the person or program.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address, if one is known.' })
  email!: string | null;

  @Field(() => [AccountKindEnum], { description: 'What the account may do.' })
  kinds!: AccountKind[];

  @Field(() => DateTimeScalar, { description: 'When the account was opened.' })
  createdAt!: Date;
}

@ObjectType({ description: 'An API credential. Its secret is shown once, when it is made; only a hash is kept.' })
export class ApiCredential
  implements Pick<ApiCredentialRow, 'id' | 'label' | 'scopes' | 'createdAt' | 'expiresAt' | 'revokedAt'>
{
  @Field(() => ID, { description: 'Identifies the credential; not a secret.' })
  id!: string;

  @Field(() => String, { description: 'What it is for, in the words of who made it.' })
  label!: string;

  @Field(() => [CredentialScopeEnum], { description: 'What it may be used for.' })
  scopes!: CredentialScope[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on it is refused; null: it does not expire.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Date | null;
}
