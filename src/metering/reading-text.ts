import { instantOf } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { type Sql, sql } from '../platform/sql.js';
import type { ReadingRecord } from './reading.entity.js';

/** A row of `readingColumns`, as the database writes it. */
export type ReadingText = Omit<ReadingRecord, 'readAt' | 'submittedAt' | 'recordedAt' | 'supersededAt' | 'month'> & {
  readonly [instant in 'readAt' | 'submittedAt' | 'recordedAt' | 'month']: string;
} & { readonly supersededAt: string | null };

/** The columns of `reading` that `readingOf` reads. */
export const readingColumns: Sql = sql`month, id, meter_id as "meterId", system_id as "systemId", read_at as "readAt", value_kwh as "valueKwh",
  difference_kwh as "differenceKwh", production_kwh as "productionKwh", estimated, channel, flags, submitted_at as "submittedAt",
  submitted_by as "submittedBy", recorded_at as "recordedAt", superseded_at as "supersededAt", superseded_by as "supersededBy"`;

export function readingOf(reading: ReadingText): ReadingRecord {
  return {
    ...reading,
    month: reading.month.slice(0, 7) as Month,
    readAt: instantOf(reading.readAt),
    submittedAt: instantOf(reading.submittedAt),
    recordedAt: instantOf(reading.recordedAt),
    supersededAt: reading.supersededAt === null ? null : instantOf(reading.supersededAt),
  } as ReadingRecord;
}
