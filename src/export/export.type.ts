import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar, MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import {
  type ExportContent,
  type ExportFormat,
  type ExportRow,
  type ExportState,
  exportContents,
  exportFormats,
  exportStates,
} from './export.entity.js';

export const ExportContentEnum = enumOf(exportContents);
registerEnumType(ExportContentEnum, {
  name: 'ExportContent',
  description: 'What an export holds: all of it that your account may see.',
  valuesConfig: {
    SYSTEMS: { description: 'Systems.' },
    READINGS: { description: 'Readings of the systems, also those that others took the place of.' },
    PRODUCTION: { description: 'Production in force, by meter and month.' },
    CERTIFICATES: { description: 'Certificates by ranges, as `certificates` lists them.' },
    LEDGER_ENTRIES: { description: 'Ledger entries, newest first, as `ledger` lists them.' },
  },
});

export const ExportFormatEnum = enumOf(exportFormats);
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'How the rows are written.',
  valuesConfig: {
    JSON_LINES: { description: 'An object a line; exact numbers are text.' },
    CSV: { description: 'RFC 4180, with the names of the columns in the first line.' },
  },
});

export const ExportStateEnum = enumOf(exportStates);
registerEnumType(ExportStateEnum, {
  name: 'ExportState',
  description: 'How far an export has come.',
  valuesConfig: {
    WAITING: { description: 'No worker has begun.' },
    RUNNING: { description: 'Pieces of it are written.' },
    COMPLETED: { description: 'It can be fetched.' },
    FAILED: { description: 'It was tried several times and given up; ask for a new one.' },
    CANCELLED: { description: 'Its account cancelled it.' },
    FORGOTTEN: { description: 'It was completed long ago, and its file is gone.' },
  },
});

@ObjectType({ description: 'A file of all rows of a kind that your account may see, written by a worker.' })
export class Export
  implements
    Pick<ExportRow, 'id' | 'content' | 'format' | 'state' | 'progressPercent' | 'rowCount' | 'byteLength' | 'createdAt'>
{
  @Field(() => ID, { description: 'Identifies the export.' })
  id!: string;

  @Field(() => ExportContentEnum, { description: 'What it holds.' })
  content!: ExportContent;

  @Field(() => ExportFormatEnum, { description: 'How its rows are written.' })
  format!: ExportFormat;

  @Field(() => MonthScalar, { nullable: true, description: 'First month of readings and production; null: no limit.' })
  fromMonth!: Month | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Last month of readings and production; null: no limit.' })
  toMonth!: Month | null;

  @Field(() => ExportStateEnum, { description: 'How far it has come.' })
  state!: ExportState;

  @Field(() => Int, {
    description: 'Part of the systems that are written, in percent; of certificates and entries known at the end only.',
  })
  progressPercent!: number;

  @Field(() => Int, { name: 'rows', description: 'Rows written so far.' })
  rowCount!: number;

  @Field(() => Int, { name: 'bytes', description: 'Bytes written so far.' })
  byteLength!: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed, failed or cancelled.' })
  endedAt!: Date | null;
}

export const ExportConnection = connectionOf(Export, 'Export');
