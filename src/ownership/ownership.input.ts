import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { SystemRoleNameEnum } from './ownership.type.js';
import type { SystemRoleName } from './system-role.entity.js';

@InputType({
  description:
    'An appointment: from a day on an organisation holds a role; who held it before holds it until that day.',
})
export class AppointInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => SystemRoleNameEnum, { description: 'The role.' })
  role!: SystemRoleName;

  @Field(() => ID, { description: 'The organisation that is to hold it.' })
  organisationId!: string;

  @Field(() => DateScalar, { description: 'First day on which it holds the role.' })
  fromOn!: LocalDate;

  @Field(() => String, { description: 'What proves it, e.g. the signed contract; at most 2000 characters.' })
  evidence!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'The ending of a role that nobody takes over.' })
export class EndRoleInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => SystemRoleNameEnum, { description: 'The role.' })
  role!: SystemRoleName;

  @Field(() => DateScalar, {
    description: 'First day on which it is no longer held; later than the first day of the last appointment.',
  })
  untilOn!: LocalDate;

  @Field(() => String, { description: 'Why it ends.' })
  reason!: string;
}

@InputType({ description: 'An approval of a DAS provider.' })
export class ApproveDasProviderInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => DateScalar, { description: 'First day of the approval.' })
  approvedOn!: LocalDate;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'A revocation of the approval of a DAS provider.' })
export class RevokeDasProviderInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => DateScalar, {
    description: 'First day on which it is no longer approved; later than that of the approval.',
  })
  revokedOn!: LocalDate;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
