import { instantOf, monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { type Month, monthOf } from '../domain/month.js';
import { type MeasuredReading, measure, type ReadingRow } from '../domain/reading.js';
import type { ReportingChannel } from '../domain/reporting-channel.js';
import { windowOf } from '../domain/reporting-window.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, row, sql } from '../platform/sql.js';
import type { SystemRow } from '../system/system.entity.js';
import { type KnownReadings, knownReadings } from './known-readings.js';
import { judgedReading, storeReadings } from './store-readings.js';
import { systemProduction } from './system-production.js';

/** A cumulative value that takes the place of the one in force for a past month, or is entered for a month that was missed. */
export interface CorrectedValue {
  readonly label: string;
  readonly month: Month;
  /** Absent: when the reading that is in force was made. */
  readonly readAt: Date | null;
  readonly valueKwh: Decimal;
  readonly correctionId: string;
}

/** What a correction stored, and the months whose production it may have changed. */
export interface StoredCorrection {
  readonly meterId: string;
  readonly readingIds: readonly string[];
  readonly months: readonly Month[];
}

/** A meter as it is measured; its system is locked with it. */
interface LockedMeter {
  readonly id: string;
  readonly initialValueKwh: string;
  readonly installedOn: LocalDate;
  readonly registerDigits: number | null;
}

/** A reading in force that stands beside the corrected one. */
interface Beside {
  readonly id: string;
  readonly month: string;
  readonly readAt: string;
  readonly valueKwh: string;
  readonly differenceKwh: string;
  readonly channel: ReportingChannel;
}

/**
 * Stores a corrected value, and the reading after it anew, since what that one says is its difference to this one. Nothing is
 * overwritten: both take the place of what was in force.
 *
 * Refused with NOT_FOUND (no such meter), BAD_USER_INPUT (an instant outside the month's window), CONFLICT (the window is open:
 * the representative submits again), NOTHING_TO_CORRECT, and what any reading is refused with: READING_NOT_AFTER_PREVIOUS,
 * METER_DECREASE (also against the reading after), ABOVE_NAMEPLATE.
 */
export async function correctValue(verb: Verb, system: SystemRow, value: CorrectedValue): Promise<StoredCorrection> {
  const { em, now } = verb;
  const { month, valueKwh } = value;
  refuseOpenWindow(month, now);
  await row(em, sql`select ensure_reading_partition(${monthToDate(month)}::date)`);
  const meter = await lockMeter(verb, system, value.label);
  const known = await knownOf(verb, system.id, meter.id, month);
  const inForce = await besideOf(verb, meter.id, sql`month = ${monthToDate(month)}::date`);
  const readAt = value.readAt ?? (inForce ? instantOf(inForce.readAt) : null);
  if (readAt === null) {
    throw new Refusal('BAD_USER_INPUT', `No reading of ${month} is in force; say when the meter was read.`, {
      field: 'readAt',
      month,
    });
  }
  refuseOutsideWindow(month, readAt);
  if (inForce && instantOf(inForce.readAt).getTime() === readAt.getTime() && valueKwh.eq(inForce.valueKwh)) {
    throw new Refusal('NOTHING_TO_CORRECT', `The reading of ${month} says this already.`, {
      month,
      valueKwh: inForce.valueKwh,
    });
  }
  const reading = { readAt, valueKwh };
  const corrected = await measured(verb, system, meter, known, reading, month);
  const readingIds = await store(verb, system, meter, value, reading, month, corrected, inForce);
  const next = await besideOf(verb, meter.id, sql`month > ${monthToDate(month)}::date`);
  if (!next) return { meterId: meter.id, readingIds, months: monthsOfReading(corrected, month) };
  const nextMonth = monthOf(next.month as LocalDate);
  const nextRow = { readAt: instantOf(next.readAt), valueKwh: new Decimal(next.valueKwh) };
  const followed = await measured(
    verb,
    system,
    meter,
    await knownOf(verb, system.id, meter.id, nextMonth),
    nextRow,
    nextMonth,
  );
  const months = [...monthsOfReading(corrected, month), ...monthsOfReading(followed, nextMonth)];
  if (inForce && followed.differenceKwh.eq(next.differenceKwh)) return { meterId: meter.id, readingIds, months };
  const nextIds = await store(verb, system, meter, value, nextRow, nextMonth, followed, next);
  return { meterId: meter.id, readingIds: [...readingIds, ...nextIds], months };
}

async function lockMeter({ em }: Verb, system: SystemRow, label: string): Promise<LockedMeter> {
  const meter = await maybeRow<LockedMeter>(
    em,
    sql`select m.id, m.initial_value_kwh as "initialValueKwh", m.installed_on as "installedOn", m.register_digits as "registerDigits"
        from system s join meter m on m.system_id = s.id
        where s.id = ${system.id} and m.label = ${label} for no key update of s`,
  );
  if (meter) return meter;
  throw new Refusal('NOT_FOUND', `${system.ptsId} has no meter ${label}.`, { ptsId: system.ptsId, label });
}

/** While the month can be reported, whoever represents the system submits again. */
function refuseOpenWindow(month: Month, now: Date): void {
  const { closesAt } = windowOf(month);
  if (now.getTime() >= closesAt.getTime()) return;
  throw new Refusal('CONFLICT', `${month} can be reported until ${closesAt.toISOString()}: submit the reading again.`, {
    month,
    closesAt: closesAt.toISOString(),
  });
}

function refuseOutsideWindow(month: Month, readAt: Date): void {
  const { opensAt, closesAt } = windowOf(month);
  if (readAt.getTime() >= opensAt.getTime() && readAt.getTime() < closesAt.getTime()) return;
  throw new Refusal('BAD_USER_INPUT', `A reading of ${month} is made in its window.`, {
    field: 'readAt',
    value: readAt.toISOString(),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  });
}

async function knownOf({ em }: Verb, systemId: string, meterId: string, month: Month): Promise<KnownReadings> {
  const known = (
    await knownReadings(em, { meterIds: [meterId], systemIds: [systemId] }, month, { issuing: false })
  ).get(meterId);
  if (!known) throw new Error(`meter ${meterId} is missing`);
  return known;
}

/** The first reading in force of a meter under a condition on its month. */
function besideOf({ em }: Verb, meterId: string, condition: ReturnType<typeof sql>): Promise<Beside | null> {
  return maybeRow<Beside>(
    em,
    sql`select id, month, read_at as "readAt", value_kwh as "valueKwh", difference_kwh as "differenceKwh", channel
        from reading where meter_id = ${meterId} and superseded_at is null and ${condition}
        order by month limit 1 for no key update`,
  );
}

async function measured(
  { em }: Verb,
  system: SystemRow,
  meter: LockedMeter,
  known: KnownReadings,
  row: ReadingRow,
  month: Month,
): Promise<MeasuredReading> {
  const otherMetersKwh = (await systemProduction(em, [system.id], month)).besides(system.id, meter.id);
  return measure(row, month, {
    ...(otherMetersKwh ? { otherMetersKwh } : {}),
    capacityKw: new Decimal(system.capacityKw),
    photovoltaic: system.technology === 'SOLAR_PV',
    estimatedAnnualKwh: system.estimatedAnnualKwh ? new Decimal(system.estimatedAnnualKwh) : null,
    meter: {
      initialValueKwh: new Decimal(meter.initialValueKwh),
      installedOn: meter.installedOn,
      registerDigits: (known.digitsSince ?? meter).registerDigits,
      revenueGrade: true,
    },
    previous: known.previous,
    replacements: known.replacements,
  });
}

function store(
  { em, context, now }: Verb,
  system: SystemRow,
  meter: LockedMeter,
  { correctionId }: CorrectedValue,
  row: ReadingRow,
  month: Month,
  reading: MeasuredReading,
  before: Beside | null,
): Promise<string[]> {
  const channel = before?.channel ?? 'MANUAL';
  const place = { meterId: meter.id, systemId: system.id, channel, supersedesId: before?.id ?? null };
  return storeReadings(em, month, [judgedReading(place, row, reading)], {
    at: now,
    by: context.actor.accountId,
    correctionId,
  });
}

function monthsOfReading(reading: MeasuredReading, month: Month): Month[] {
  return [...reading.shares.map(share => share.month), month];
}
