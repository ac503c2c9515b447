import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { OrganisationKindEnum } from '../account/account.type.js';
import type { OrganisationKind } from '../account/organisation.entity.js';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, MonthScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { SystemRoleNameEnum } from '../ownership/ownership.type.js';
import type { SystemRoleName } from '../ownership/system-role.entity.js';
import { type Asker, askers } from './change.js';

export const AskerEnum = enumOf(askers);
registerEnumType(AskerEnum, {
  name: 'ChangeAsker',
  description: 'As what somebody asked for a change; it must still be so when the change is approved.',
  valuesConfig: {
    SYSTEM_OWNER: { description: 'As the system owner.' },
    REC_OWNER: { description: 'As the owner of the certificate rights.' },
    GIS_ACCOUNT_HOLDER: { description: 'As the account holder (aggregator) of a GIS asset.' },
    STAFF: { description: 'Staff, on behalf of somebody.' },
  },
});

@ObjectType({ description: 'A role that is to go to somebody, from a day on.' })
export class RequestedRole {
  @Field(() => SystemRoleNameEnum, { description: 'The role.' })
  role!: SystemRoleName;

  @Field(() => DateScalar, { description: 'First day on which it is to be held.' })
  fromOn!: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The organisation, when it was named by its id.' })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the party, as it was given.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address of the party, as it was given; null: not yours to see.',
  })
  email!: string | null;

  @Field(() => OrganisationKindEnum, { nullable: true, description: 'What kind of party it is said to be.' })
  organisationKind!: OrganisationKind | null;
}

@ObjectType({ description: 'The GIS asset that a system is to join.' })
export class RequestedAsset {
  @Field(() => ID, { description: 'The asset, by its id at the GIS.' })
  gisId!: string;

  @Field(() => MonthScalar, { description: 'First month in it.' })
  fromMonth!: Month;
}

@ObjectType({
  description: 'What a change request asks for. Nothing of it is so before the request is approved.',
})
export class RequestedChange {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => AskerEnum, { description: 'As what it was asked for.' })
  askedAs!: Asker;

  @Field(() => [RequestedRole], { description: 'The roles that are to go to somebody else.' })
  roles!: readonly RequestedRole[];

  @Field(() => RequestedAsset, { nullable: true, description: 'The asset to be joined; null: none.' })
  gisAsset!: RequestedAsset | null;

  @Field(() => Boolean, {
    description:
      'true: it moves the certificate rights of an SREC system, or the system to another GIS asset, so the regulator verifies it before it can be approved. Whether it did: `verifiedAt` of the request.',
  })
  needsVerification!: boolean;
}
