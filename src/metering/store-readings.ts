import type { EntityManager } from '@mikro-orm/postgresql';
import { instantText, monthToDate } from '../boundary/columns.js';
import { decimalText } from '../domain/decimal.js';
import type { MonthShare } from '../domain/estimate-spread.js';
import type { Month } from '../domain/month.js';
import type { MeasuredReading, ReadingRow } from '../domain/reading.js';
import type { ReportingChannel } from '../domain/reporting-channel.js';
import { insertRows } from '../platform/insert-rows.js';
import { row, rows, sql } from '../platform/sql.js';

/** What a reading is of, and what it comes after. */
interface PlaceOfReading {
  readonly meterId: string;
  readonly systemId: string;
  readonly channel: ReportingChannel;
  /** The reading whose place it takes. */
  readonly supersedesId: string | null;
}

/**
 * A judged reading as `reading` is to have it: in texts, so that of thousands of rows nothing by which they were judged lives until they are
 * stored.
 */
export interface JudgedReading extends PlaceOfReading {
  readonly readAt: string;
  readonly valueKwh: string;
  readonly differenceKwh: string;
  readonly productionKwh: string;
  readonly estimated: boolean;
  readonly flags: string;
  /** Shares of the missed months. */
  readonly shares: readonly MonthShare[];
}

/** What was measured, as it is stored. */
export function judgedReading(place: PlaceOfReading, row: ReadingRow, measured: MeasuredReading): JudgedReading {
  const { meterId, systemId, channel, supersedesId } = place;
  const { estimated, flags, shares } = measured;
  const differenceKwh = decimalText(measured.differenceKwh);
  return {
    meterId,
    systemId,
    channel,
    supersedesId,
    readAt: instantText(row.readAt),
    valueKwh: decimalText(row.valueKwh),
    differenceKwh,
    productionKwh:
      measured.productionKwh === measured.differenceKwh ? differenceKwh : decimalText(measured.productionKwh),
    estimated,
    flags: `{${flags.join(',')}}`,
    shares,
  };
}

/**
 * Stores readings of one month: marks what they supersede, inserts them and the shares of missed months. Gives their ids in
 * the order given. A fixed number of statements, however many rows.
 */
export async function storeReadings(
  em: EntityManager,
  month: Month,
  readings: readonly JudgedReading[],
  submitted: { readonly at: Date; readonly by: string; readonly correctionId?: string },
): Promise<string[]> {
  if (readings.length === 0) return [];
  const monthDate = monthToDate(month);
  const ids = await placesOf(em, month, readings.length);
  const idOf = (index: number) => ids[index] ?? '';
  const superseding = readings.flatMap((reading, index) =>
    reading.supersedesId === null ? [] : [{ old: reading.supersedesId, by: idOf(index) }],
  );
  if (superseding.length > 0) {
    await rows(
      em,
      sql`update reading set superseded_at = ${submitted.at}, superseded_by = s.by
          from unnest(${superseding.map(each => each.old)}::bigint[], ${superseding.map(each => each.by)}::bigint[]) as s (old, by)
          where reading.month = ${monthDate}::date and reading.id = s.old`,
    );
  }
  await insertRows(em, 'reading', readings, [
    ['month', 'date', () => monthDate],
    ['id', 'bigint', (_, at) => idOf(at)],
    ['meter_id', 'bigint', each => each.meterId],
    ['system_id', 'bigint', each => each.systemId],
    ['read_at', 'timestamptz', each => each.readAt],
    ['value_kwh', 'numeric', each => each.valueKwh],
    ['difference_kwh', 'numeric', each => each.differenceKwh],
    ['production_kwh', 'numeric', each => each.productionKwh],
    ['estimated', 'boolean', each => each.estimated],
    ['channel', 'text', each => each.channel],
    ['flags', 'text[]', each => each.flags],
    ['submitted_at', 'timestamptz', () => submitted.at.toISOString()],
    ['submitted_by', 'bigint', () => submitted.by],
    ['correction_id', 'bigint', () => submitted.correctionId],
  ]);
  await insertRows(em, 'estimated_share', sharesOf(readings, ids), [
    ['month', 'date', share => monthToDate(share.month)],
    ['reading_month', 'date', () => monthDate],
    ['reading_id', 'bigint', share => share.readingId],
    ['system_id', 'bigint', share => share.systemId],
    ['production_kwh', 'numeric', share => decimalText(share.kwh)],
    ['forfeited', 'boolean', share => share.forfeited],
  ]);
  return ids;
}

/** The ids of so many readings of a month, whose partition is there from now on: `openMonth` has made it for all but the house's own calls. */
async function placesOf(em: EntityManager, month: Month, count: number): Promise<string[]> {
  const { ids } = await row<{ ids: string }>(
    em,
    sql`select ensure_reading_partition(${monthToDate(month)}::date),
               (select string_agg(nextval('reading_id')::text, ',') from generate_series(1, ${count}::int)) as ids`,
  );
  return ids.split(',');
}

function sharesOf(readings: readonly JudgedReading[], ids: readonly string[]) {
  const shares: (MonthShare & { readonly systemId: string; readonly readingId: string })[] = [];
  for (const [index, reading] of readings.entries()) {
    const { systemId } = reading;
    for (const share of reading.shares) shares.push({ ...share, systemId, readingId: ids[index] ?? '' });
  }
  return shares;
}
