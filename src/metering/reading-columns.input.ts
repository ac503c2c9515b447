import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { mainMeter } from './meter.input.js';
import { maximumReadings, type ReadingInput, type SubmissionMode, SubmissionModeEnum } from './reading.input.js';

@InputType({
  description:
    'Readings to be reported, column by column: the first values are the first row. Where every row has the same value, that alone may be given.',
})
export class SubmitReadingColumnsInput {
  @Field(() => [ID], { description: `PTS ids of the systems: of 1 to ${maximumReadings} rows.` })
  ptsIds!: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'The metering points: one for each row, or one for all. Absent: `main`.',
  })
  meterLabels?: string[] | null;

  @Field(() => [DateTimeScalar], {
    description: 'When the meters were read, in the reporting window: one for each row, or one for all.',
  })
  readAts!: Date[];

  @Field(() => [DecimalScalar], {
    description: 'Cumulative (lifetime) values in kWh, at most three decimals: one for each row.',
  })
  valuesKwh!: Decimal[];

  @Field(() => SubmissionModeEnum, { nullable: true, description: 'As with `submitReadings`. Absent: PARTIAL.' })
  mode?: SubmissionMode | null;
}

/** Columns -> the rows that they are. BAD_USER_INPUT names the column that has another number of values. */
export function rowsOfColumns({ ptsIds, meterLabels, readAts, valuesKwh }: SubmitReadingColumnsInput): ReadingInput[] {
  const labelOf = column(meterLabels ?? [mainMeter], 'meterLabels', ptsIds.length, true);
  const readAtOf = column(readAts, 'readAts', ptsIds.length, true);
  const valueAt = column(valuesKwh, 'valuesKwh', ptsIds.length, false);
  return ptsIds.map((ptsId, at) => ({
    key: null,
    ptsId,
    meterLabel: labelOf(at),
    readAt: readAtOf(at),
    valueKwh: valueAt(at),
  }));
}

function column<T>(values: readonly T[], field: string, rows: number, oneForAll: boolean): (at: number) => T {
  const forAll = oneForAll && values.length === 1;
  if (forAll || values.length === rows) return at => values[forAll ? 0 : at] as T;
  const expected = oneForAll ? `${rows} values, or one for all` : `${rows} values`;
  const message = `\`${field}\` has ${values.length} values, and there are ${rows} rows.`;
  throw new Refusal('BAD_USER_INPUT', message, { field, expected });
}
