import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Program } from '../domain/program.js';
import { ProgramEnum } from '../qualification/qualification.type.js';

export const expiryKinds = ['OPT_IN_TERM', 'SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE'] as const;
export type ExpiryKind = (typeof expiryKinds)[number];
export const ExpiryKindEnum = enumOf(expiryKinds);
registerEnumType(ExpiryKindEnum, {
  name: 'ExpiryKind',
  description: 'What ends.',
  valuesConfig: {
    OPT_IN_TERM: {
      description: 'The opt-in term of a statement of qualification: the last quarter in which the system earns SRECs.',
    },
    SYSTEM_OWNER: { description: 'The ownership that is on record for the system.' },
    REC_OWNER: { description: 'The contract by which an organisation has the certificate rights.' },
    SYSTEM_REPRESENTATIVE: { description: 'The contract by which an organisation reports for the system.' },
  },
});

@ObjectType({ description: 'A term or contract of a system that ends.' })
export class Expiry {
  systemId!: string;
  organisationId!: string | null;
  rowId!: string;

  @Field(() => ExpiryKindEnum, { description: 'What ends.' })
  kind!: ExpiryKind;

  @Field(() => DateScalar, { description: 'Its last day.' })
  lastOn!: LocalDate;

  @Field(() => ProgramEnum, { nullable: true, description: 'Of a term: its programme.' })
  program!: Program | null;
}

export const ExpiryConnection = connectionOf(Expiry, 'Expiry');
