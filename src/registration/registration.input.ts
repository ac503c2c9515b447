import { Field, ID, InputType } from 'type-graphql';
import { OrganisationKindEnum } from '../account/account.type.js';
import type { OrganisationKind } from '../account/organisation.entity.js';
import { DateScalar } from '../boundary/scalars.js';
import type { PartyKind } from '../domain/account-kind.js';
import type { LocalDate } from '../domain/local-date.js';
import { EvidenceInput } from '../request/request.type.js';
import { RegisterSystemInput } from '../system/system.input.js';
import { PartyKindEnum } from './registration.type.js';

@InputType({ description: 'Who applies.' })
export class ApplicantInput {
  @Field(() => String, { description: 'Name of the person, at most 200 characters, none of them a control character.' })
  name!: string;

  @Field(() => String, {
    description: 'E-mail address, at most 254 characters: by it an account that you have is found.',
  })
  email!: string;

  @Field(() => OrganisationKindEnum, { description: 'A person, or for what kind of organisation.' })
  organisationKind!: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the organisation, at most 200 characters; absent: the name of the person.',
  })
  organisationName?: string | null;
}

@InputType({ description: 'An application for an account, and for a system that it is to own.' })
export class ApplyForRegistrationInput {
  @Field(() => ApplicantInput, { description: 'Who applies.' })
  applicant!: ApplicantInput;

  @Field(() => [PartyKindEnum], { description: 'What the account is to be; with a system at least SYSTEM_OWNER.' })
  accountKinds!: PartyKind[];

  @Field(() => RegisterSystemInput, {
    nullable: true,
    description: 'The system, its texts at most 200 characters each; absent: only an account.',
  })
  system?: RegisterSystemInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day from which the applicant owns the system; required with one.',
  })
  ownedFromOn?: LocalDate | null;

  @Field(() => [EvidenceInput], {
    defaultValue: [],
    description: 'Documents that your organisation filed, at most 20; none without a credential.',
  })
  evidence!: EvidenceInput[];
}

@InputType({ description: 'An application for registration to be approved.' })
export class ApproveRegistrationInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why, at most 2000 characters; whoever applied reads it.' })
  reason!: string;
}
