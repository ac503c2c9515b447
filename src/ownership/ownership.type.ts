import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DateTimeScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { type SystemRoleName, type SystemRoleRow, systemRoles } from './system-role.entity.js';

export const SystemRoleNameEnum = enumOf(systemRoles);
registerEnumType(SystemRoleNameEnum, {
  name: 'SystemRoleName',
  description: 'What an organisation can be to a system.',
  valuesConfig: {
    SYSTEM_OWNER: { description: 'Owns the system.' },
    REC_OWNER: { description: 'Owns the certificate rights; at first the system owner.' },
    SYSTEM_REPRESENTATIVE: { description: 'Reports its production; a DAS provider when reporting is automated.' },
  },
});

@ObjectType({ description: 'Who holds a role in a system, from a day until a day.' })
export class SystemRole
  implements
    Pick<
      SystemRoleRow,
      'id' | 'role' | 'fromOn' | 'untilOn' | 'evidence' | 'reason' | 'endReason' | 'synthetic' | 'createdAt'
    >
{
  @Field(() => ID, { description: 'Identifies the appointment.' })
  id!: string;

  @Field(() => SystemRoleNameEnum, { description: 'The role.' })
  role!: SystemRoleName;

  @Field(() => DateScalar, { description: 'First day on which it is held.' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is no longer held; null: still held.',
  })
  untilOn!: LocalDate | null;

  @Field(() => String, { description: 'What proves it, e.g. a contract.' })
  evidence!: string;

  @Field(() => String, { description: 'Why it was entered.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it ended, when it ended without a successor; otherwise the next appointment says why.',
  })
  endReason!: string | null;

  @Field(() => Boolean, { description: 'true: made up for a synthetic data set.' })
  synthetic!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  createdAt!: Date;
}
