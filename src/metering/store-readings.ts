import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { decimalText } from '../domain/decimal.js';
import type { MonthShare } from '../domain/estimate-spread.js';
import type { Month } from '../domain/month.js';
import type { AcceptedReading, ReadingRow } from '../domain/reading.js';
import type { ReportingChannel } from '../domain/reporting-channel.js';
import { plainArray, textArray } from '../platform/array-text.js';
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
  const columns = columnsOf(readings);
  await rows(
    em,
    sql`insert into reading (month, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated,
                             channel, flags, submitted_at, submitted_by, correction_id)
        select ${monthDate}::date, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated,
               channel, string_to_array(flags, ','), ${submitted.at}, ${submitted.by}, ${submitted.correctionId ?? null}::bigint
        from unnest(${plainArray(ids)}::bigint[], ${plainArray(columns.meterIds)}::bigint[], ${plainArray(columns.systemIds)}::bigint[],
                    ${plainArray(columns.readAts)}::timestamptz[], ${plainArray(columns.valuesKwh)}::numeric[],
                    ${plainArray(columns.differencesKwh)}::numeric[], ${plainArray(columns.productionsKwh)}::numeric[],
                    ${plainArray(columns.estimated)}::boolean[], ${plainArray(columns.channels)}::text[], ${textArray(columns.flags)}::text[])
          as r (id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags)`,
  );
  const shares = sharesOf(readings, ids);
  if (shares.length > 0) {
    await rows(
      em,
      sql`insert into estimated_share (month, reading_month, reading_id, system_id, production_kwh, forfeited)
          select month, ${monthDate}::date, reading_id, system_id, production_kwh, forfeited
          from unnest(${shares.map(share => monthToDate(share.month))}::date[], ${shares.map(share => share.readingId)}::bigint[],
                      ${shares.map(share => share.systemId)}::bigint[], ${shares.map(share => decimalText(share.kwh))}::numeric[],
                      ${shares.map(share => share.forfeited)}::boolean[])
            as s (month, reading_id, system_id, production_kwh, forfeited)`,
    );
  }
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

/** The columns of readings, as `reading` has them. */
function columnsOf(readings: readonly JudgedReading[]) {
  const columns = {
    meterIds: [] as string[],
    systemIds: [] as string[],
    readAts: [] as string[],
    valuesKwh: [] as string[],
    differencesKwh: [] as string[],
    productionsKwh: [] as string[],
    estimated: [] as boolean[],
    channels: [] as ReportingChannel[],
    flags: [] as string[],
  };
  for (const { row, meterId, systemId, channel, judgement } of readings) {
    const { differenceKwh, productionKwh } = judgement;
    columns.meterIds.push(meterId);
    columns.systemIds.push(systemId);
    columns.readAts.push(row.readAt.toISOString());
    columns.valuesKwh.push(decimalText(row.valueKwh));
    columns.differencesKwh.push(decimalText(differenceKwh));
    columns.productionsKwh.push(
      productionKwh === differenceKwh ? (columns.differencesKwh.at(-1) ?? '') : decimalText(productionKwh),
    );
    columns.estimated.push(judgement.estimated);
    columns.channels.push(channel);
    columns.flags.push(judgement.flags.join(','));
  }
  return columns;
}

function sharesOf(readings: readonly JudgedReading[], ids: readonly string[]) {
  const shares: (MonthShare & { readonly systemId: string; readonly readingId: string })[] = [];
  for (const [index, { systemId, judgement }] of readings.entries()) {
    for (const share of judgement.shares) shares.push({ ...share, systemId, readingId: ids[index] ?? '' });
  }
  return shares;
}
