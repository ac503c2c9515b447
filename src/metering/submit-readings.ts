import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { judgeReading, type ReadingFacts } from '../domain/reading.js';
import type { ReportingChannel } from '../domain/reporting-channel.js';
import { windowAt } from '../domain/reporting-window.js';
import type { Verb } from '../platform/perform.js';
import { row as oneRow, sql } from '../platform/sql.js';
import { type KnownReadings, knownReadings } from './known-readings.js';
import { maximumReadings, type ReadingInput, type SubmitReadingsInput } from './reading.input.js';
import type { ReadingOutcome } from './reading.type.js';
import { lockRepresentedMeters, type RepresentedMeter } from './represented-meters.js';
import { type JudgedReading, storeReadings } from './store-readings.js';

/**
 * Reports production: each row is judged by itself and answered for, good rows are stored although others are refused.
 *
 * Refused before the judgement of `domain/reading`, in this order: NOT_REPRESENTED (no such meter among those that the
 * organisation represents today), MONTH_ROW_REPEATED (an earlier row of the call is for the same meter), BAD_USER_INPUT (a
 * value below zero or with more than three decimals). A fixed number of statements, however many rows.
 */
export async function submitReadings({ em, context, now }: Verb, input: SubmitReadingsInput) {
  if (input.readings.length === 0 || input.readings.length > maximumReadings) {
    throw new Refusal('TOO_MANY_ROWS', `A call takes 1 to ${maximumReadings} rows, not ${input.readings.length}.`, {
      rows: input.readings.length,
      maximum: maximumReadings,
    });
  }
  const window = windowAt(now);
  if (window) await oneRow(em, sql`select ensure_reading_partition(${monthToDate(window.month)}::date)`);
  const meters = new Map(
    (await lockRepresentedMeters(em, context.actor, input.readings)).map(meter => [
      keyOf(meter.ptsId, meter.label),
      meter,
    ]),
  );
  const known = window
    ? await knownReadings(
        em,
        [...meters.values()].map(meter => meter.meterId),
        window.month,
      )
    : new Map<string, KnownReadings>();
  const outcomes: ReadingOutcome[] = [];
  const toStore: { readonly reading: JudgedReading; readonly outcome: ReadingOutcome }[] = [];
  const seen = new Set<string>();
  for (const [index, reading] of input.readings.entries()) {
    const judged = judge(reading, index);
    outcomes.push(judged.outcome);
    if (judged.reading) toStore.push({ reading: judged.reading, outcome: judged.outcome });
  }
  if (window) {
    const submitted = { at: now, by: context.actor.accountId };
    const ids = await storeReadings(
      em,
      window.month,
      toStore.map(each => each.reading),
      submitted,
    );
    toStore.forEach(({ outcome }, index) => {
      outcome.readingId = ids[index] ?? null;
    });
  }
  return {
    accepted: toStore.length,
    superseded: outcomes.filter(outcome => outcome.status === 'SUPERSEDES').length,
    duplicates: outcomes.filter(outcome => outcome.status === 'DUPLICATE').length,
    refused: outcomes.filter(outcome => outcome.status === 'REFUSED').length,
    outcomes,
  };

  function judge(reading: ReadingInput, index: number): { outcome: ReadingOutcome; reading?: JudgedReading } {
    const key = keyOf(reading.ptsId, reading.meterLabel);
    const meter = meters.get(key);
    if (!meter) return refused(index, reading, notRepresented(reading, context.actor));
    if (seen.has(key)) {
      const facts = `An earlier row of this call is for meter ${reading.meterLabel} of ${reading.ptsId}.`;
      return refused(index, reading, new Refusal('MONTH_ROW_REPEATED', facts));
    }
    seen.add(key);
    if (reading.valueKwh.isNegative() || reading.valueKwh.decimalPlaces() > 3 || reading.valueKwh.gte('1e12')) {
      const message = `${decimalText(reading.valueKwh)} is not a meter value: 0 or more, below 10^12, at most three decimals.`;
      return refused(index, reading, new Refusal('BAD_USER_INPUT', message, { field: 'valueKwh' }));
    }
    const onRecord = known.get(meter.meterId) ?? nothingKnown;
    const channel = meter.byDasProvider ? 'AUTOMATED' : 'MANUAL';
    const judgement = judgeReading(reading, factsOf(meter, onRecord, channel), now);
    if (judgement.outcome === 'REFUSED') {
      return refused(
        index,
        reading,
        new Refusal(judgement.code, judgement.message, judgement.facts),
        judgement.expected,
      );
    }
    const outcome: ReadingOutcome = {
      index,
      key: reading.key ?? null,
      status: judgement.outcome,
      readingId: onRecord.inForceId,
      month: judgement.month,
      productionKwh: decimalText(judgement.productionKwh),
      estimated: judgement.estimated,
      flags: [...judgement.flags],
      code: null,
      message: null,
      expected: null,
    };
    if (judgement.outcome === 'DUPLICATE') return { outcome };
    const { meterId, systemId } = meter;
    return {
      outcome,
      reading: { row: reading, meterId, systemId, channel, judgement, supersedesId: onRecord.inForceId },
    };
  }
}

const nothingKnown: KnownReadings = {
  previous: null,
  replacements: [],
  inForce: null,
  inForceId: null,
  digitsSince: null,
  hasLaterReading: false,
  monthIssued: false,
};

function factsOf(meter: RepresentedMeter, known: KnownReadings, channel: ReportingChannel): ReadingFacts {
  return {
    channel,
    bound: meter.bound,
    capacityKw: new Decimal(meter.capacityKw),
    photovoltaic: meter.technology === 'SOLAR_PV',
    estimatedAnnualKwh: meter.estimatedAnnualKwh === null ? null : new Decimal(meter.estimatedAnnualKwh),
    meter: {
      initialValueKwh: new Decimal(meter.initialValueKwh),
      installedOn: meter.installedOn as LocalDate,
      registerDigits: (known.digitsSince ?? meter).registerDigits,
      revenueGrade: meter.revenueGrade,
    },
    previous: known.previous,
    replacements: known.replacements,
    inForce: known.inForce,
    hasLaterReading: known.hasLaterReading,
    monthIssued: known.monthIssued,
  };
}

function notRepresented(reading: ReadingInput, actor: Actor): Refusal {
  const message = `Your organisation represents no system ${reading.ptsId} with a meter ${reading.meterLabel} on ${actor.on}.`;
  return new Refusal('NOT_REPRESENTED', message);
}

function refused(
  index: number,
  reading: ReadingInput,
  { code, message }: Refusal,
  expected: string | null = null,
): { outcome: ReadingOutcome } {
  return {
    outcome: {
      index,
      key: reading.key ?? null,
      status: 'REFUSED',
      readingId: null,
      month: null,
      productionKwh: null,
      estimated: null,
      flags: [],
      code,
      message,
      expected,
    },
  };
}

function keyOf(ptsId: string, label: string): string {
  return `${ptsId}\n${label}`;
}
