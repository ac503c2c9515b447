import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar, DecimalScalar, MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { Quarter } from '../domain/quarter.js';

@ObjectType({
  description:
    'What was reported to the NEPOOL GIS for a quarter, frozen on that day: the metered MWh of its months. What is found to be wrong later becomes an adjustment, which travels outside the file: `differences` says what changed, `adjustments` what goes into the next issuance.',
})
export class GisReport {
  @Field(() => QuarterScalar, { description: 'The generation quarter.' })
  quarter!: Quarter;

  @Field(() => DateTimeScalar, { description: 'When it was frozen.' })
  frozenAt!: Date;

  @Field(() => Int, { description: 'Lines of the file: one for each NON asset and month.' })
  lineCount!: number;

  @Field(() => DecimalScalar, { description: 'Sum of its lines in MWh.' })
  reportedMwh!: string;

  @Field(() => String, { description: 'SHA-256 of the file, in hex.' })
  sha256!: string;

  @Field(() => String, {
    description:
      'Where the file is served, byte for byte as it was uploaded: `digits of NON id,MM/YYYY,MWh`, no header.',
  })
  path!: string;
}

@ObjectType({ description: 'A line of the report: an asset and month.' })
export class GisReportLine {
  @Field(() => ID, { description: 'The asset, by its id at the GIS.' })
  gisId!: string;

  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: string;

  @Field(() => DecimalScalar, { description: 'Reported in MWh.' })
  reportedMwh!: string;

  @Field(() => String, { description: 'The line as it stands in the file.' })
  line!: string;
}

export const GisReportLineConnection = connectionOf(GisReportLine, 'GisReportLine');

@ObjectType({ description: 'Where the frozen report and what is known now differ.' })
export class GisReportDifference {
  @Field(() => ID, { description: 'The asset, by its id at the GIS.' })
  gisId!: string;

  @Field(() => MonthScalar, { description: 'The generation month.' })
  month!: string;

  @Field(() => DecimalScalar, { description: 'As it was reported in MWh; 0 when it was not in the report.' })
  reportedMwh!: string;

  @Field(() => DecimalScalar, { description: 'As it is known now in MWh.' })
  nowMwh!: string;
}

export const GisReportDifferenceConnection = connectionOf(GisReportDifference, 'GisReportDifference');
