import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf, monthToDate } from '../boundary/columns.js';
import { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { type Month, monthOf } from '../domain/month.js';
import type { OnRecord } from '../metering/judge-rows.js';
import type { KnownReadings } from '../metering/known-readings.js';
import type { NamedMeter, RepresentedMeter } from '../metering/represented-meters.js';
import type { JudgedReading } from '../metering/store-readings.js';
import { noProduction } from '../metering/system-production.js';
import { insertRows, nextIds } from '../platform/insert-rows.js';
import { rows, sql } from '../platform/sql.js';
import { type FleetMeter, findFleetMeter, fleetMeterLabel } from './fleet.js';

interface OfMeter {
  readonly id: string | null;
  readonly month: Month;
  readonly readAt: Date;
  readonly valueKwh: Decimal;
}

/** What is on record of a run for the meters that rows name, in the shape in which rows are judged anywhere. */
export async function recordOfRun(
  em: EntityManager,
  runId: string,
  named: readonly NamedMeter[],
  month: Month | null,
): Promise<OnRecord> {
  const fleet = new Map<number, FleetMeter>();
  const meters = new Map<number, RepresentedMeter>();
  const labels = new Map<string, readonly string[]>();
  for (const { at, ptsId, meterLabel } of named) {
    const meter = findFleetMeter(runId, ptsId, meterLabel);
    if (!meter) {
      if (findFleetMeter(runId, ptsId, fleetMeterLabel)) labels.set(ptsId, [fleetMeterLabel]);
      continue;
    }
    fleet.set(meter.number, meter);
    meters.set(at, representedMeter(meter, month));
  }
  const stored = await storedReadings(em, runId, [...fleet.keys()]);
  const known = [...fleet.values()].map(
    meter => [String(meter.number), month ? knownOf(meter, stored.get(meter.number) ?? [], month) : null] as const,
  );
  return {
    meters,
    known: new Map(known.flatMap(([id, facts]) => (facts ? [[id, facts] as const] : []))),
    production: noProduction(),
    labels,
  };
}

/** Stores what was accepted of a call, marks what it supersedes, and gives the ids in the order given. */
export async function storeInRun(
  em: EntityManager,
  runId: string,
  month: Month,
  accepted: readonly JudgedReading[],
): Promise<string[]> {
  const ids = await nextIds(em, 'conformance_reading_id_seq', accepted.length);
  const superseding = accepted.flatMap(({ supersedesId }, at) =>
    supersedesId ? [{ supersedesId, by: ids[at] ?? '' }] : [],
  );
  if (superseding.length > 0) {
    await rows(
      em,
      sql`update conformance_reading reading set superseded_by = s.by
          from unnest(${superseding.map(each => each.supersedesId)}::bigint[], ${superseding.map(each => each.by)}::bigint[]) as s (old, by)
          where reading.id = s.old and reading.run_id = ${runId}`,
    );
  }
  await insertRows(
    em,
    'conformance_reading',
    accepted.map((reading, at) => ({ ...reading, id: ids[at] ?? '' })),
    [
      ['id', 'bigint', each => each.id],
      ['run_id', 'bigint', () => runId],
      ['meter', 'int', each => Number(each.meterId)],
      ['month', 'date', () => monthToDate(month)],
      ['read_at', 'timestamptz', each => each.readAt],
      ['value_kwh', 'numeric', each => each.valueKwh],
    ],
  );
  return ids;
}

async function storedReadings(
  em: EntityManager,
  runId: string,
  numbers: readonly number[],
): Promise<Map<number, OfMeter[]>> {
  const found = await rows<{ id: string; meter: number; month: string; readAt: string; valueKwh: string }>(
    em,
    sql`select id, meter, month, read_at as "readAt", value_kwh as "valueKwh" from conformance_reading
        where run_id = ${runId} and meter = any(${[...numbers]}::int[]) and superseded_by is null`,
  );
  const byMeter = Map.groupBy(found, ({ meter }) => meter);
  return new Map(
    [...byMeter].map(([meter, readings]) => [
      meter,
      readings.map(({ id, month, readAt, valueKwh }) => ({
        id,
        month: monthOf(month as LocalDate),
        readAt: instantOf(readAt),
        valueKwh: new Decimal(valueKwh),
      })),
    ]),
  );
}

function knownOf(meter: FleetMeter, stored: readonly OfMeter[], month: Month): KnownReadings {
  const before = meter.before.map(each => ({ ...each, id: null, valueKwh: new Decimal(each.valueKwh) }));
  const readings: OfMeter[] = [...before, ...stored].sort((a, b) => (a.month < b.month ? -1 : 1));
  const inForce = readings.findLast(each => each.month === month) ?? null;
  const previous = readings.findLast(each => each.month < month) ?? null;
  const { replacement } = meter;
  const isSince = replacement && (previous === null || replacement.replacedAt > previous.readAt);
  return {
    previous,
    inForce,
    inForceId: inForce?.id ?? null,
    replacements: isSince
      ? [
          {
            replacedAt: replacement.replacedAt,
            oldFinalKwh: new Decimal(replacement.oldFinalKwh),
            newInitialKwh: new Decimal(replacement.newInitialKwh),
            newRegisterDigits: null,
          },
        ]
      : [],
    digitsSince: null,
    hasLaterReading: readings.some(each => each.month > month),
    monthIssued: meter.issued === month,
  };
}

/** A provider reports as it will once it is approved: automatically, and bound to a meter of revenue grade. */
function representedMeter(meter: FleetMeter, month: Month | null): RepresentedMeter {
  return {
    meterId: String(meter.number),
    systemId: String(meter.number),
    initialValueKwh: meter.initialValueKwh,
    terms: {
      photovoltaic: true,
      capacityKw: new Decimal(meter.capacityKw),
      estimatedAnnualKwh: null,
      bound: true,
      installedOn: meter.installedOn,
      registerDigits: null,
      accuracyPercent: month !== null && month >= meter.revenueGradeFrom ? new Decimal('0.5') : null,
      channel: 'AUTOMATED',
    },
  };
}
