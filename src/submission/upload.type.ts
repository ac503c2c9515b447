import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf, PageArgs } from '../boundary/page.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import { type SubmissionMode, SubmissionModeEnum } from '../metering/reading.input.js';
import { ReadingOutcome, ReadingStatusEnum, type readingStatuses } from '../metering/reading.type.js';
import { type UploadFormat, type UploadRow, type UploadState, uploadFormats, uploadStates } from './upload.entity.js';

export const UploadFormatEnum = enumOf(uploadFormats);
registerEnumType(UploadFormatEnum, {
  name: 'UploadFormat',
  description: 'What form an upload came in.',
  valuesConfig: {
    CSV: { description: 'CSV with a line of column names.' },
    JSON_LINES: { description: 'One JSON object a line.' },
    XML: { description: 'The XML form of the PTS, `ARData`.' },
  },
});

export const UploadStateEnum = enumOf(uploadStates);
registerEnumType(UploadStateEnum, {
  name: 'UploadState',
  description: 'How far an upload has come.',
  valuesConfig: {
    INCOMPLETE: {
      description: 'It is on its way, or its connection broke: send it again under the same key. `rows` are done.',
    },
    COMPLETED: { description: 'Every row is done.' },
    REFUSED: { description: 'All or none, and a row was refused: nothing was stored.' },
  },
});

@ObjectType({
  description:
    'The receipt of a file of readings that was sent to `POST /readings`, or to a run of the conformance sandbox.',
})
export class Upload
  implements
    Pick<
      UploadRow,
      | 'id'
      | 'key'
      | 'mode'
      | 'format'
      | 'conformanceRunId'
      | 'state'
      | 'accepted'
      | 'superseded'
      | 'duplicates'
      | 'refused'
      | 'createdAt'
    >
{
  @Field(() => ID, { description: 'Identifies the upload.' })
  id!: string;

  @Field(() => String, { description: 'The `Idempotency-Key` that it was sent under.' })
  key!: string;

  @Field(() => SubmissionModeEnum, { description: 'What was to become of good rows beside refused ones.' })
  mode!: SubmissionMode;

  @Field(() => UploadFormatEnum, { description: 'What form it came in first.' })
  format!: UploadFormat;

  @Field(() => ID, {
    nullable: true,
    description: 'The run of the conformance sandbox that it was sent to; null: it was reported to the PTS.',
  })
  conformanceRunId!: string | null;

  @Field(() => UploadStateEnum, { description: 'How far it has come.' })
  state!: UploadState;

  @Field(() => Int, { name: 'rows', description: 'Rows that are done.' })
  rowCount!: number;

  @Field(() => Int, { description: 'Rows stored, the superseding ones among them.' })
  accepted!: number;

  @Field(() => Int, { description: 'Of those stored: rows that took the place of a reading in force.' })
  superseded!: number;

  @Field(() => Int, { description: 'Rows that were in force already.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows not stored.' })
  refused!: number;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its last row was done; null: it is incomplete.' })
  completedAt!: Date | null;
}

export const UploadConnection = connectionOf(Upload, 'Upload');
export const ReadingOutcomeConnection = connectionOf(ReadingOutcome, 'ReadingOutcome');

@InputType({ description: 'Which uploads.' })
export class UploadFilter {
  @Field(() => [UploadStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: UploadState[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Sent to this run of the conformance sandbox; absent: those reported to the PTS, and none of a sandbox.',
  })
  conformanceRunId?: string | null;
}

@ArgsType()
export class OutcomeArgs extends PageArgs {
  @Field(() => [ReadingStatusEnum], { nullable: true, description: 'Only rows that became this; absent: all.' })
  statuses?: (typeof readingStatuses)[number][] | null;
}
