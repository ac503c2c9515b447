import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { OrganisationKindEnum } from '../account/account.type.js';
import type { OrganisationKind } from '../account/organisation.entity.js';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import { type PartyKind, partyKinds } from '../domain/account-kind.js';
import type { LocalDate } from '../domain/local-date.js';
import type { RequestState } from '../domain/request-steps.js';
import { RequestStateEnum } from '../request/request.type.js';
import { TechnologyEnum } from '../system/system.type.js';
import type { Technology } from '../system/technology.js';
import type { AskedSystem, RegistrationContent } from './registration-content.js';
import type { RegistrationStatusOf } from './registration-status.js';

export const PartyKindEnum = enumOf(partyKinds);
registerEnumType(PartyKindEnum, {
  name: 'PartyKind',
  description: 'The kinds of account that one may apply for.',
  valuesConfig: {
    SYSTEM_OWNER: { description: 'Owns a system.' },
    REC_OWNER: { description: 'Owns certificate rights.' },
    SYSTEM_REPRESENTATIVE: { description: 'Reports the production of systems.' },
  },
});

@ObjectType({ description: 'A system as it was applied for.' })
export class AskedRegistrationSystem implements AskedSystem {
  @Field(() => String, { description: 'Name of the generation unit.' })
  name!: string;

  @Field(() => TechnologyEnum, { description: 'What it makes electricity from.' })
  technology!: Technology;

  @Field(() => DecimalScalar, { description: 'Nameplate capacity in kW: DC at STC for solar PV, AC otherwise.' })
  capacityKw!: string;

  @Field(() => String, { nullable: true, description: 'Kind of the place it stands at.' })
  facilityType!: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  streetAddress!: string | null;

  @Field(() => String, { description: 'City or town.' })
  town!: string;

  @Field(() => String, { description: 'State, two letters.' })
  state!: string;

  @Field(() => String, { nullable: true, description: 'ZIP code, five digits.' })
  zip!: string | null;

  @Field(() => String, { nullable: true, description: 'Electric utility.' })
  utility!: string | null;

  @Field(() => String, { nullable: true, description: 'Who installed it.' })
  installer!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Commercial operation date.' })
  commercialOperationOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'true: funded by MassCEC, as the applicant says.' })
  massachusettsFunded!: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: 'Estimated production of a year in kWh.' })
  estimatedAnnualKwh!: string | null;
}

@ObjectType({ description: 'What an application for registration asks for. Personal data.' })
export class Registration implements RegistrationContent {
  @Field(() => String, { description: 'Name of the person who applies.' })
  applicantName!: string;

  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Field(() => OrganisationKindEnum, { description: 'A person, or for what kind of organisation.' })
  organisationKind!: OrganisationKind;

  @Field(() => String, { nullable: true, description: 'Name of the organisation; null: the name of the person.' })
  organisationName!: string | null;

  @Field(() => [PartyKindEnum], { description: 'What the account is to be.' })
  accountKinds!: PartyKind[];

  @Field(() => AskedRegistrationSystem, { nullable: true, description: 'The system; null: only an account.' })
  system!: AskedRegistrationSystem | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day from which the applicant owns the system.' })
  ownedFromOn!: LocalDate | null;
}

@ObjectType({ description: 'Where an application for registration stands: nothing of what it says.' })
export class RegistrationStatus implements RegistrationStatusOf {
  @Field(() => RequestStateEnum, { description: 'Where it stands.' })
  state!: RequestState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted.' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  reason!: string | null;
}
