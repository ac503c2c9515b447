import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf, monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { type Month, monthOf } from '../domain/month.js';
import type { ReadingFacts } from '../domain/reading.js';
import { plainArray } from '../platform/array-text.js';
import { rows, sql } from '../platform/sql.js';

/** What is on record of a meter when a reading of a month comes in. */
export interface KnownReadings
  extends Pick<ReadingFacts, 'previous' | 'replacements' | 'inForce' | 'hasLaterReading' | 'monthIssued'> {
  readonly inForceId: string | null;
  /** Digits of the register in service at the previous reading, when a replacement before it changed them. */
  readonly digitsSince: { readonly registerDigits: number | null } | null;
}

interface KnownRow {
  readonly meterId: string;
  readonly inForceId: string | null;
  readonly inForceReadAt: string | null;
  readonly inForceKwh: string | null;
  readonly previousMonth: string | null;
  readonly previousReadAt: string | null;
  readonly previousKwh: string | null;
  readonly hasLater: boolean;
  readonly issued: boolean;
}

interface ReplacementRow {
  readonly meterId: string;
  readonly replacedAt: string;
  readonly oldFinalKwh: string;
  readonly newInitialKwh: string;
  readonly newRegisterDigits: number | null;
}

/**
 * The readings and replacements on record of meters that this transaction has locked, by meter id: three statements.
 *
 * The readings in force are locked first, against an issuance that is using them: either it commits and is seen here
 * (`monthIssued`), or it finds the reading superseded and begins its batch anew. `issuing: false`: no quarter can be reported
 * meanwhile, so the lock lets other transactions refer to the readings: a month with them that is being issued anew must not wait.
 */
export async function knownReadings(
  em: EntityManager,
  meters: readonly { readonly meterId: string; readonly systemId: string }[],
  month: Month,
  { issuing = true }: { readonly issuing?: boolean } = {},
): Promise<Map<string, KnownReadings>> {
  const monthDate = monthToDate(month);
  const meterIds = plainArray(meters.map(meter => meter.meterId));
  const systemIds = plainArray(meters.map(meter => meter.systemId));
  await rows(
    em,
    sql`select from reading where month = ${monthDate}::date and meter_id = any(${meterIds}::bigint[])
        and superseded_at is null order by id ${issuing ? sql`for update` : sql`for no key update`}`,
  );
  const known = await rows<KnownRow>(
    em,
    sql`select m.id as "meterId", now.id as "inForceId", now.read_at as "inForceReadAt", now.value_kwh as "inForceKwh",
               before.month as "previousMonth", before.read_at as "previousReadAt", before.value_kwh as "previousKwh",
               exists (select from reading later where later.meter_id = m.id and later.month > ${monthDate}::date
                 and later.superseded_at is null) as "hasLater",
               exists (select from reading_use used where used.month = ${monthDate}::date and used.system_id = m.system_id)
                 or exists (select from reading_use used where used.reading_month = ${monthDate}::date and used.reading_id = now.id)
                 or exists (select from adjustment_use adjusted
                   where adjusted.system_id = m.system_id and adjusted.reading_month = ${monthDate}::date
                     and adjusted.reading_id = now.id) as issued
        from unnest(${meterIds}::bigint[], ${systemIds}::bigint[]) as m (id, system_id)
        left join reading now on now.month = ${monthDate}::date and now.meter_id = m.id and now.superseded_at is null
        left join lateral (
          select r.month, r.read_at, r.value_kwh from reading r
          where r.meter_id = m.id and r.month < ${monthDate}::date and r.superseded_at is null
          order by r.month desc limit 1) before on true`,
  );
  const replacements = await rows<ReplacementRow>(
    em,
    sql`select meter_id as "meterId", replaced_at as "replacedAt", old_final_kwh as "oldFinalKwh",
               new_initial_kwh as "newInitialKwh", new_register_digits as "newRegisterDigits"
        from meter_replacement where meter_id = any(${meterIds}::bigint[]) order by meter_id, replaced_at`,
  );
  const replacementsOf = Map.groupBy(replacements, replacement => replacement.meterId);
  const byMeter = new Map<string, KnownReadings>();
  for (const row of known) byMeter.set(row.meterId, factsOf(row, replacementsOf.get(row.meterId)));
  return byMeter;
}

const noReplacements: KnownReadings['replacements'] = [];

function factsOf(row: KnownRow, replacementRows: readonly ReplacementRow[] = []): KnownReadings {
  const previous =
    row.previousMonth !== null && row.previousReadAt !== null && row.previousKwh !== null
      ? {
          month: monthOf(row.previousMonth as LocalDate),
          readAt: instantOf(row.previousReadAt),
          valueKwh: new Decimal(row.previousKwh),
        }
      : null;
  const since = sincePrevious(replacementRows, previous?.readAt ?? null);
  return {
    previous,
    replacements: since.replacements,
    digitsSince: since.digits,
    inForceId: row.inForceId,
    inForce:
      row.inForceReadAt !== null && row.inForceKwh !== null
        ? { readAt: instantOf(row.inForceReadAt), valueKwh: new Decimal(row.inForceKwh) }
        : null,
    hasLaterReading: row.hasLater,
    monthIssued: row.issued,
  };
}

/** The replacements after the previous reading, and what the last one before it says of the register. */
function sincePrevious(replacementRows: readonly ReplacementRow[], previousReadAt: Date | null) {
  if (replacementRows.length === 0) return { replacements: noReplacements, digits: null };
  const replacements = replacementRows.map(replacement => ({
    replacedAt: instantOf(replacement.replacedAt),
    oldFinalKwh: new Decimal(replacement.oldFinalKwh),
    newInitialKwh: new Decimal(replacement.newInitialKwh),
    newRegisterDigits: replacement.newRegisterDigits,
  }));
  const isBefore = (replacement: { replacedAt: Date }) =>
    previousReadAt !== null && replacement.replacedAt.getTime() <= previousReadAt.getTime();
  const lastBefore = replacements.findLast(isBefore);
  return {
    replacements: replacements.filter(replacement => !isBefore(replacement)),
    digits: lastBefore ? { registerDigits: lastBefore.newRegisterDigits } : null,
  };
}
