import { Field, ID, InputType } from 'type-graphql';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { ExportContent, ExportFormat } from './export.entity.js';
import { ExportContentEnum, ExportFormatEnum } from './export.type.js';

@InputType({ description: 'An export to be written.' })
export class StartExportInput {
  @Field(() => ExportContentEnum, { description: 'What it is to hold.' })
  content!: ExportContent;

  @Field(() => ExportFormatEnum, { description: 'How its rows are to be written.' })
  format!: ExportFormat;

  @Field(() => MonthScalar, { nullable: true, description: 'First month, of READINGS and PRODUCTION; absent: all.' })
  fromMonth?: Month | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Last month, of READINGS and PRODUCTION; absent: all.' })
  toMonth?: Month | null;
}

@InputType({ description: 'An export to be cancelled.' })
export class CancelExportInput {
  @Field(() => ID, { description: 'The export.' })
  exportId!: string;
}
