import type { Actor } from '../boundary/context.js';
import { Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { isRevenueGrade } from '../domain/meter-accuracy.js';
import { judgeReading, type ReadingFacts } from '../domain/reading.js';
import { localDateOf } from '../domain/time-zone.js';
import { eachOnce } from '../platform/each-once.js';
import { type KnownOfMeters, type KnownReadings, nothingKnown } from './known-readings.js';
import { isMeterValue, meterValueExpected } from './meter-value.js';
import type { ReadingInput } from './reading.input.js';
import type { ReadingOutcome } from './reading.type.js';
import type { MeterLabels } from './represented-labels.js';
import type { MeterTerms, RepresentedMeter } from './represented-meters.js';
import { type JudgedReading, judgedReading } from './store-readings.js';
import type { SystemProduction } from './system-production.js';

/** What a call is judged against. */
export interface OnRecord {
  /** The meters that the actor represents today, by the positions of the rows that name them. */
  readonly meters: { get(at: number): RepresentedMeter | undefined };
  /** What is known of them; nothing outside every reporting window. */
  readonly known: KnownOfMeters;
  readonly production: SystemProduction;
  /** What the meters of represented systems are called, where a row names another. */
  readonly labels: MeterLabels;
}

/** A row that could not be read, with what is wrong with it: refused as BAD_USER_INPUT. */
export interface UnreadableRow {
  readonly key: string | null;
  readonly unreadable: string;
  readonly expected: string | null;
}

export type SubmittedRow = ReadingInput | UnreadableRow;

/** Rows that are judged at once: all of a call, or a part of it. */
export interface RowsOfCall {
  readonly rows: readonly SubmittedRow[];
  /** Position of the first of them in the call. */
  readonly firstIndex: number;
  /** Whether an earlier part of the call had a row for a meter. */
  readonly hadMeter: (meterId: string) => boolean;
}

/** What becomes of the rows of a call. */
export interface JudgedRows {
  /** Of each row; those that are to be stored have no id yet. */
  readonly outcomes: readonly ReadingOutcome[];
  /** What is to be stored, in the order of the rows. */
  readonly readings: readonly JudgedReading[];
  /** The meters that no later row of the same call may be for. */
  readonly meterIds: readonly string[];
}

/** The longest text of a row in characters: a batch of rows is held in memory, and what each says comes back with its answer. */
export const longestRowText = 200;

/** What a text of a row is, in words. */
export const textExpected = `at most ${longestRowText} characters`;

/** The refusal of a row with a text that is too long. */
export function longText(length: number): Refusal {
  return new Refusal('BAD_USER_INPUT', `A text of a row has at most ${longestRowText} characters, not ${length}.`);
}

/** Judges rows of a call in their order: what the verb itself refuses first, then `domain/reading`. No I/O. */
export function judgeRows(call: RowsOfCall, onRecord: OnRecord, actor: Actor, now: Date): JudgedRows {
  const seen = new Set<string>();
  const readings: JudgedReading[] = [];
  const initialOf = eachOnce((text: string) => new Decimal(text)); // most meters begin with 0
  const outcomes = call.rows.map((row, at): ReadingOutcome => {
    const index = call.firstIndex + at;
    if ('unreadable' in row) return refused(index, row, new Refusal('BAD_USER_INPUT', row.unreadable), row.expected);
    const longest = Math.max(row.key?.length ?? 0, row.ptsId.length, row.meterLabel.length);
    if (longest > longestRowText) return refused(index, row, longText(tooLongIn(row)), textExpected);
    const meter = onRecord.meters.get(at);
    if (!meter) return refused(index, row, notRepresented(row, actor), representedInstead(row, actor, onRecord.labels));
    const { meterId } = meter;
    if (seen.has(meterId) || call.hadMeter(meterId)) {
      const message = `An earlier row of this call is for meter ${row.meterLabel} of ${row.ptsId}.`;
      const once = `one row for meter ${row.meterLabel} of ${row.ptsId} in a call`;
      return refused(index, row, new Refusal('MONTH_ROW_REPEATED', message), once);
    }
    seen.add(meterId);
    const { valueKwh } = row;
    if (!isMeterValue(valueKwh)) {
      const message = `\`valueKwh\` is ${decimalText(valueKwh)}, which is no meter value.`;
      return refused(index, row, new Refusal('BAD_USER_INPUT', message, { field: 'valueKwh' }), meterValueExpected);
    }
    const { outcome, reading } = judged(index, row, meter, onRecord, initialOf, now);
    if (reading !== null) readings.push(reading);
    return outcome;
  });
  return { outcomes, readings, meterIds: [...seen] };
}

/** Gives the outcomes of stored rows their ids, which are those of the readings of `judgeRows` in their order. */
export function giveIds(outcomes: readonly ReadingOutcome[], ids: readonly string[]): void {
  let stored = 0;
  for (const outcome of outcomes) {
    if (outcome.status !== 'ACCEPTED' && outcome.status !== 'SUPERSEDES') continue;
    outcome.readingId = ids[stored] ?? null;
    stored += 1;
  }
}

/** The length of the first text that is too long. */
function tooLongIn({ key, ptsId, meterLabel }: ReadingInput): number {
  return [key, ptsId, meterLabel].find(text => text && text.length > longestRowText)?.length ?? 0;
}

/**
 * What becomes of rows that are reported all or none, when one of them was refused: those that are good by themselves are
 * refused with it, REFUSED_WITH_OTHERS; duplicates stay what they are, since nothing would have been stored of them.
 */
export function refusedTogether(outcomes: readonly ReadingOutcome[]): ReadingOutcome[] {
  return outcomes.map(outcome => {
    if (outcome.status === 'REFUSED' || outcome.status === 'DUPLICATE') return outcome;
    const message = 'This row is good; another row was refused, and all or none were to be stored.';
    const expected = 'this row, in a call of which no row is refused';
    return refused(outcome.index, outcome, new Refusal('REFUSED_WITH_OTHERS', message), expected);
  });
}

function judged(
  index: number,
  row: ReadingInput,
  meter: RepresentedMeter,
  onRecord: OnRecord,
  initialOf: (text: string) => Decimal,
  now: Date,
): { readonly outcome: ReadingOutcome; readonly reading: JudgedReading | null } {
  const { meterId, systemId, terms } = meter;
  const { channel } = terms;
  const known = onRecord.known.get(meterId) ?? nothingKnown;
  const others = onRecord.production.besides(systemId, meterId);
  const facts = factsOf(terms, initialOf(meter.initialValueKwh), known, others, row.readAt);
  const judgement = judgeReading(row, facts, now);
  if (judgement.outcome === 'REFUSED') {
    const { code, message, expected } = judgement;
    return { outcome: refused(index, row, new Refusal(code, message, judgement.facts), expected), reading: null };
  }
  const reading = judgedReading({ meterId, systemId, channel, supersedesId: known.inForceId }, row, judgement);
  const outcome: ReadingOutcome = {
    index,
    key: row.key ?? null,
    status: judgement.outcome,
    readingId: known.inForceId,
    month: judgement.month,
    productionKwh: reading.productionKwh,
    estimated: judgement.estimated,
    flags: judgement.flags,
    code: null,
    message: null,
    expected: null,
  };
  if (judgement.outcome === 'DUPLICATE') return { outcome, reading: null };
  onRecord.production.note(systemId, meterId, judgement.productionKwh);
  return { outcome, reading };
}

function factsOf(
  terms: MeterTerms,
  initialValueKwh: Decimal,
  known: KnownReadings,
  otherMetersKwh: Decimal | undefined,
  readAt: Date,
): ReadingFacts {
  const { channel, bound, capacityKw, photovoltaic, estimatedAnnualKwh, installedOn } = terms;
  const facts = {
    channel,
    bound,
    capacityKw,
    photovoltaic,
    estimatedAnnualKwh,
    meter: {
      initialValueKwh,
      installedOn,
      registerDigits: (known.digitsSince ?? terms).registerDigits,
      revenueGrade: isRevenueGrade(terms.accuracyPercent, capacityKw, channel, localDateOf(readAt)),
    },
    previous: known.previous,
    replacements: known.replacements,
    inForce: known.inForce,
    hasLaterReading: known.hasLaterReading,
    monthIssued: known.monthIssued,
  };
  return otherMetersKwh ? { ...facts, otherMetersKwh } : facts;
}

function notRepresented(reading: ReadingInput, actor: Actor): Refusal {
  const message = `Your organisation represents no system ${reading.ptsId} with a meter ${reading.meterLabel} on ${actor.on}.`;
  return new Refusal('NOT_REPRESENTED', message);
}

/** What could have been named: of a system that is represented its own meters; whether there is another is nobody's to learn here. */
function representedInstead({ ptsId }: ReadingInput, actor: Actor, labels: MeterLabels): string {
  const ofSystem = labels.get(ptsId);
  if (ofSystem) return `a meter of ${ptsId}: ${ofSystem.join(' or ')}`;
  return `a system that your organisation represents on ${actor.on}`;
}

function refused(
  index: number,
  row: { readonly key?: string | null },
  { code, message }: Refusal,
  expected: string | null = null,
): ReadingOutcome {
  return {
    index,
    key: row.key ?? null,
    status: 'REFUSED',
    readingId: null,
    month: null,
    productionKwh: null,
    estimated: null,
    flags: [],
    code,
    message,
    expected,
  };
}
