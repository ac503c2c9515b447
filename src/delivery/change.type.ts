import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf, PageArgs } from '../boundary/page.js';
import { DateTimeScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { changeKinds, type SubjectType, subjectTypes } from './change-kind.js';

export const ChangeKindEnum = enumOf(Object.keys(changeKinds));
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'What happened. New kinds may be added: a client skips those that it does not know.',
  valuesConfig: Object.fromEntries(
    Object.entries(changeKinds).map(([kind, { says }]) => [kind, { description: says }]),
  ),
});

const subjectTypeEnum = enumOf(subjectTypes);
registerEnumType(subjectTypeEnum, {
  name: 'ChangeSubjectType',
  description: 'What a change is about: the thing to read anew.',
  valuesConfig: {
    READING: { description: 'A reading, by its id; its system and month stand beside it.' },
    SYSTEM: { description: 'A system, by its PTS id.' },
    METER: { description: 'A meter, by its id.' },
    SYSTEM_ROLE: { description: 'A role in a system, by its id.' },
    STATEMENT_OF_QUALIFICATION: { description: 'A statement of qualification, by its id.' },
    GIS_ASSET: { description: 'A GIS asset, by its GIS id.' },
    QUARTER: { description: 'A quarter: `2024-Q1`. The month is its first.' },
    ISSUANCE: { description: 'An issuance, by its id.' },
    ADJUSTMENT: { description: 'An adjustment, by its id.' },
    LEDGER_ENTRY: { description: 'A ledger entry, by its id. The month is the vintage.' },
    TRANSFER: { description: 'A transfer, by its id.' },
    STANDING_TRANSFER: { description: 'A standing transfer, by its id.' },
    BROKER_AUTHORIZATION: { description: 'An authorization of a broker, by its id.' },
    TRADING_YEAR: { description: 'A trading year: `2024`.' },
    AUCTION: { description: 'An auction, by its id.' },
    COMPLIANCE_FILING: { description: 'A compliance filing, by its id.' },
    DOCUMENT: { description: 'A document of a party, by its id.' },
    PROGRAM_DOCUMENT_VERSION: { description: 'A version of a document of the programme, by its id.' },
    REQUEST: { description: 'A request, by its id.' },
  },
});

export const changesFrom = ['BEGINNING', 'NOW'] as const;
export type ChangesFrom = (typeof changesFrom)[number];
const changesFromEnum = enumOf(changesFrom);
registerEnumType(changesFromEnum, {
  name: 'ChangesFrom',
  description: 'Where reading begins without a cursor.',
  valuesConfig: {
    BEGINNING: { description: 'With the first change that is kept.' },
    NOW: { description: 'With what happens from now on: an empty page, whose `endCursor` is the place.' },
  },
});

@ArgsType()
export class ChangesArgs extends PageArgs {
  @Field(() => changesFromEnum, { defaultValue: 'BEGINNING', description: 'Where to begin when `after` is absent.' })
  from!: ChangesFrom;

  @Field(() => [ChangeKindEnum], {
    nullable: true,
    description: 'Only changes of these kinds; absent or empty: of all.',
  })
  kinds?: string[] | null;
}

@ObjectType({ description: 'What a change is about.' })
export class ChangeSubject {
  @Field(() => subjectTypeEnum, { description: 'What kind of thing.' })
  type!: SubjectType;

  @Field(() => ID, { description: 'Which one: by what it is asked for, where it can be asked for by itself.' })
  id!: string;
}

@ObjectType({
  description:
    'Something that happened, thin: what it is about and when. What it says in full is read where it belongs, with your rights.',
})
export class Change {
  @Field(() => ChangeKindEnum, { description: 'What happened.' })
  kind!: string;

  @Field(() => ChangeSubject, { description: 'What it is about.' })
  subject!: ChangeSubject;

  @Field(() => String, {
    nullable: true,
    description: 'PTS id of the system that it concerns; null: of none, or of many.',
  })
  ptsId!: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'The month that it concerns; null: none.' })
  month!: Month | null;

  @Field(() => DateTimeScalar, { description: 'When it happened, by the clock of the PTS.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it: real time, also in a sandbox.' })
  recordedAt!: Date;
}

export const ChangeConnection = connectionOf(Change, 'Change');
