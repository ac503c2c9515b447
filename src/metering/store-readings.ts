import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { decimalText } from '../domain/decimal.js';
import type { MonthShare } from '../domain/estimate-spread.js';
import type { Month } from '../domain/month.js';
import type { AcceptedReading, ReadingRow } from '../domain/reading.js';
import type { ReportingChannel } from '../domain/reporting-channel.js';
import { insertRows } from '../platform/insert-rows.js';
import { row, rows, sql } from '../platform/sql.js';

/** A judged reading that is to be stored. */
export interface JudgedReading {
  readonly row: ReadingRow;
  readonly meterId: string;
  readonly systemId: string;
  readonly channel: ReportingChannel;
  readonly judgement: AcceptedReading;
  /** The reading whose place it takes. */
  readonly supersedesId: string | null;
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
  await insertRows(em, 'reading', readings.map(textOf), [
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

/** A reading, as `reading` has it. */
function textOf({ row, meterId, systemId, channel, judgement }: JudgedReading) {
  const differenceKwh = decimalText(judgement.differenceKwh);
  return {
    meterId,
    systemId,
    channel,
    readAt: row.readAt.toISOString(),
    valueKwh: decimalText(row.valueKwh),
    differenceKwh,
    productionKwh:
      judgement.productionKwh === judgement.differenceKwh ? differenceKwh : decimalText(judgement.productionKwh),
    estimated: judgement.estimated,
    flags: `{${judgement.flags.join(',')}}`,
  };
}

function sharesOf(readings: readonly JudgedReading[], ids: readonly string[]) {
  const shares: (MonthShare & { readonly systemId: string; readonly readingId: string })[] = [];
  for (const [index, { systemId, judgement }] of readings.entries()) {
    for (const share of judgement.shares) shares.push({ ...share, systemId, readingId: ids[index] ?? '' });
  }
  return shares;
}
