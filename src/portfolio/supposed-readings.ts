import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import { Decimal, zero } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { judgeReading, type ReadingFacts } from '../domain/reading.js';
import { monthOfReading } from '../domain/reporting-window.js';
import { type KnownReadings, knownReadings, nothingKnown, replacementsAfter } from '../metering/known-readings.js';
import { rows, sql } from '../platform/sql.js';
import type { WhatIfReadingInput } from './what-if.type.js';

/** What supposed readings say of a month of a system, in the place of what is on record of their meters. */
export interface SupposedMonth {
  readonly systemId: string;
  readonly ptsId: string;
  readonly month: Month;
  readonly kwh: Decimal;
  /** What is on record of the same meters in the month. */
  readonly onRecordKwh: Decimal;
}

interface SupposedMeter {
  readonly id: string;
  readonly systemId: string;
  readonly ptsId: string;
  readonly label: string;
  readonly initialValueKwh: string;
  readonly installedOn: LocalDate;
  readonly registerDigits: number | null;
  readonly photovoltaic: boolean;
  readonly capacityKw: string;
  readonly estimatedAnnualKwh: string | null;
}

/**
 * What readings would say of the months of systems, by the judgement that a submission meets, as if each were submitted when it is read;
 * one reading may follow another. Whoever may report and by which meter is not judged. Locks nothing, keeps nothing.
 *
 * NOT_FOUND for a meter that the system does not have, BAD_USER_INPUT for a meter and month that is given twice, else the refusals of readings
 * with the position of the first that is refused.
 */
export async function supposedReadings(
  em: EntityManager,
  readings: readonly WhatIfReadingInput[],
  systemIds: readonly string[],
): Promise<SupposedMonth[]> {
  if (readings.length === 0) return [];
  const meters = await metersOf(em, systemIds);
  const given = readings
    .map((reading, index) => ({
      ...reading,
      index,
      meter: meterOf(meters, reading),
      month: monthOfReading(reading.readAt),
    }))
    .sort((a, b) => a.readAt.getTime() - b.readAt.getTime());
  const kwh = new Map<string, { meter: SupposedMeter; month: Month; kwh: Decimal }>();
  const last = new Map<string, NonNullable<KnownReadings['previous']>>();
  for (const [month, ofMonth] of Map.groupBy(given, each => each.month)) {
    const named = {
      meterIds: ofMonth.map(({ meter }) => meter.id),
      systemIds: ofMonth.map(({ meter }) => meter.systemId),
    };
    const known = month === null ? new Map() : await knownReadings(em, named, month, { lock: false });
    const seen = new Set<string>();
    for (const { meter, index, readAt, valueKwh } of ofMonth) {
      if (seen.has(meter.id)) throw givenTwice(index, meter, month);
      seen.add(meter.id);
      const facts = factsOf(meter, followed(known.get(meter.id) ?? nothingKnown, last.get(meter.id)));
      const judged = judgeReading({ readAt, valueKwh }, facts, readAt);
      if (judged.outcome === 'REFUSED') throw refusedAt(index, meter, judged);
      last.set(meter.id, { month: judged.month, readAt, valueKwh });
      const own = { month: judged.month, kwh: judged.productionKwh };
      const shares = judged.shares.map(share => ({ month: share.month, kwh: share.forfeited ? zero : share.kwh }));
      for (const each of [...shares, own]) kwh.set(`${meter.id} ${each.month}`, { meter, ...each });
    }
  }
  return bySystem([...kwh.values()], await onRecord(em, [...kwh.values()]));
}

/** What is known of a meter when another supposed reading came before, and later than what is on record. */
function followed(known: KnownReadings, previous: KnownReadings['previous'] | undefined): KnownReadings {
  if (!previous || (known.previous && known.previous.month >= previous.month)) return known;
  const { replacements, digits } = replacementsAfter(known.replacements, previous.readAt);
  return { ...known, previous, replacements, digitsSince: digits ?? known.digitsSince };
}

function factsOf(meter: SupposedMeter, known: KnownReadings): ReadingFacts {
  return {
    channel: 'AUTOMATED',
    bound: false,
    capacityKw: new Decimal(meter.capacityKw),
    photovoltaic: meter.photovoltaic,
    estimatedAnnualKwh: meter.estimatedAnnualKwh === null ? null : new Decimal(meter.estimatedAnnualKwh),
    meter: {
      initialValueKwh: new Decimal(meter.initialValueKwh),
      installedOn: meter.installedOn,
      registerDigits: (known.digitsSince ?? meter).registerDigits,
      revenueGrade: true,
    },
    previous: known.previous,
    replacements: known.replacements,
    inForce: known.inForce,
    hasLaterReading: known.hasLaterReading,
    monthIssued: known.monthIssued,
  };
}

function metersOf(em: EntityManager, systemIds: readonly string[]): Promise<SupposedMeter[]> {
  return rows<SupposedMeter>(
    em,
    sql`select m.id, m.system_id as "systemId", s.pts_id as "ptsId", m.label, m.initial_value_kwh as "initialValueKwh",
               m.installed_on::text as "installedOn", m.register_digits as "registerDigits", s.technology = 'SOLAR_PV' as photovoltaic,
               s.capacity_kw as "capacityKw", s.estimated_annual_kwh as "estimatedAnnualKwh"
        from meter m join system s on s.id = m.system_id where m.system_id = any(${systemIds}::bigint[])`,
  );
}

function meterOf(meters: readonly SupposedMeter[], { ptsId, meterLabel }: WhatIfReadingInput): SupposedMeter {
  const found = meters.find(meter => meter.ptsId === ptsId && meter.label === meterLabel);
  if (found) return found;
  throw new Refusal('NOT_FOUND', `The system ${ptsId} has no meter ${meterLabel}.`, { ptsId, meterLabel });
}

function givenTwice(index: number, { ptsId, label }: SupposedMeter, month: Month | null): Refusal {
  const facts = { field: `readings[${index}]`, ptsId, meterLabel: label, month };
  return new Refusal('BAD_USER_INPUT', `A reading of meter ${label} of ${ptsId} for ${month} is given twice.`, facts);
}

function refusedAt(
  index: number,
  { ptsId, label }: SupposedMeter,
  { code, message, facts }: Pick<Refusal, 'code' | 'message' | 'facts'>,
): Refusal {
  return new Refusal(code, message, { ...facts, field: `readings[${index}]`, ptsId, meterLabel: label });
}

/** kWh on record by `meter month`, of months that supposed readings speak of. */
async function onRecord(
  em: EntityManager,
  supposed: readonly { readonly meter: SupposedMeter; readonly month: Month }[],
): Promise<ReadonlyMap<string, Decimal>> {
  const found = await rows<{ meterId: string; month: Month; kwh: string }>(
    em,
    sql`select meter_id as "meterId", to_char(month, 'YYYY-MM') as month, sum(production_kwh) as kwh from production_in_force
        where system_id = any(${[...new Set(supposed.map(({ meter }) => meter.systemId))]}::bigint[])
          and meter_id = any(${[...new Set(supposed.map(({ meter }) => meter.id))]}::bigint[])
          and month = any(${[...new Set(supposed.map(({ month }) => monthToDate(month)))]}::date[]) and not forfeited
        group by meter_id, month`,
  );
  return new Map(found.map(({ meterId, month, kwh }) => [`${meterId} ${month}`, new Decimal(kwh)]));
}

function bySystem(
  supposed: readonly { readonly meter: SupposedMeter; readonly month: Month; readonly kwh: Decimal }[],
  recorded: ReadonlyMap<string, Decimal>,
): SupposedMonth[] {
  const sums = new Map<string, SupposedMonth>();
  for (const { meter, month, kwh } of supposed) {
    const { systemId, ptsId } = meter;
    const key = `${systemId} ${month}`;
    const before = sums.get(key) ?? { kwh: zero, onRecordKwh: zero };
    const onRecordKwh = before.onRecordKwh.plus(recorded.get(`${meter.id} ${month}`) ?? zero);
    sums.set(key, { systemId, ptsId, month, kwh: before.kwh.plus(kwh), onRecordKwh });
  }
  return [...sums.values()];
}
