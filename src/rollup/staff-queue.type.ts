import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DateTimeScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { RequestKind, RequestStep } from '../domain/request-steps.js';
import { RequestKindEnum, RequestStepEnum } from '../request/request.type.js';

export const staffQueueNames = [
  'REQUESTS',
  'PRODUCTION_AWAITING_STAFF',
  'FLAGGED_READINGS',
  'QUARTERS_TO_REPORT',
  'QUARTERS_TO_ISSUE',
  'FILINGS_TO_DECIDE',
  'FILINGS_DUE',
] as const;
export const StaffQueueNameEnum = enumOf(staffQueueNames);
registerEnumType(StaffQueueNameEnum, {
  name: 'StaffQueueName',
  description: 'What waits.',
  valuesConfig: {
    REQUESTS: { description: 'Requests that were submitted and are not decided, by kind and by the last step taken.' },
    PRODUCTION_AWAITING_STAFF: {
      description: 'Readings of quarters that are reported whose production was not used (`productionAwaitingStaff`).',
    },
    FLAGGED_READINGS: {
      description: 'Readings in force that carry a flag, of quarters that are not reported yet (`flaggedReadings`).',
    },
    QUARTERS_TO_REPORT: {
      description: 'Quarters with qualified production whose upload date has come and that are not reported.',
    },
    QUARTERS_TO_ISSUE: { description: 'Quarters that are reported, whose mint date has come and that are not issued.' },
    FILINGS_TO_DECIDE: { description: 'Compliance filings that wait for the decision of the regulator.' },
    FILINGS_DUE: {
      description: 'Suppliers with load in the compliance year that ended last whose filing is not submitted.',
    },
  },
});

@ObjectType({ description: 'A queue: how much waits, and since when.' })
export class StaffQueue {
  @Field(() => StaffQueueNameEnum, { description: 'What waits.' })
  queue!: (typeof staffQueueNames)[number];

  @Field(() => RequestKindEnum, { nullable: true, description: 'Of REQUESTS: the kind.' })
  requestKind!: RequestKind | null;

  @Field(() => RequestStepEnum, { nullable: true, description: 'Of REQUESTS: the last step that was taken.' })
  lastStep!: RequestStep | null;

  @Field(() => Int, { description: 'How many wait.' })
  count!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when the oldest waits: its submission, or the report of its quarter; null: nothing waits, or only its day is known.',
  })
  oldestAt!: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of quarters: the upload or mint date of the oldest. Of FILINGS_DUE: the day on which they are due. Else null.',
  })
  dueOn!: LocalDate | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Of what is counted from roll-ups: until when every change is in them, by the real clock. Else null: counted now.',
  })
  asOf!: Date | null;
}
