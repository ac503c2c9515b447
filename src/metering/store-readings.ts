import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { AcceptedReading, ReadingRow } from '../domain/reading.js';
import type { ReportingChannel } from '../domain/reporting-channel.js';
import { rows, sql } from '../platform/sql.js';

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
  const ids = await rows<{ id: string }>(
    em,
    sql`select nextval('reading_id') as id from generate_series(1, ${readings.length})`,
  );
  const idOf = (index: number) => ids[index]?.id ?? '';
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
  const kwh = (of: (judgement: AcceptedReading) => Decimal) =>
    readings.map(({ judgement }) => decimalText(of(judgement)));
  await rows(
    em,
    sql`insert into reading (month, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated,
                             channel, flags, submitted_at, submitted_by, correction_id)
        select ${monthDate}::date, id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated,
               channel, string_to_array(flags, ','), ${submitted.at}, ${submitted.by}, ${submitted.correctionId ?? null}::bigint
        from unnest(${ids.map(each => each.id)}::bigint[], ${readings.map(each => each.meterId)}::bigint[],
                    ${readings.map(each => each.systemId)}::bigint[], ${readings.map(each => each.row.readAt.toISOString())}::timestamptz[],
                    ${readings.map(each => decimalText(each.row.valueKwh))}::numeric[], ${kwh(judged => judged.differenceKwh)}::numeric[],
                    ${kwh(judged => judged.productionKwh)}::numeric[], ${readings.map(each => each.judgement.estimated)}::boolean[],
                    ${readings.map(each => each.channel)}::text[], ${readings.map(each => each.judgement.flags.join(','))}::text[])
          as r (id, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, flags)`,
  );
  const shares = readings.flatMap(({ systemId, judgement }, index) =>
    judgement.shares.map(share => ({ ...share, systemId, readingId: idOf(index) })),
  );
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
  return ids.map(each => each.id);
}
