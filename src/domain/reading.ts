import { Refusal, type RefusalCode } from './error.js';
import { monthOfInitialValue, spreadOverMonths } from './estimate-spread.js';
import { addMonths, type Month } from './month.js';
import { checkNameplate, plausibilityFlags } from './plausibility.js';
import { productionBetween } from './production.js';
import type { AcceptedReading, MeasuringFacts, ReadingFacts, ReadingJudgement, ReadingRow } from './reading-facts.js';
import { checkChannel } from './reporting-channel.js';
import { windowOf, windowOfSubmission } from './reporting-window.js';
import { startOfDay } from './time-zone.js';

export type {
  AcceptedReading,
  MeasuringFacts,
  ReadingFacts,
  ReadingJudgement,
  ReadingRow,
  RefusedReading,
} from './reading-facts.js';

/**
 * The order in which refusals are tested: of several that apply the first one is given. Part of the public contract. A reading equal
 * to the one in force is a DUPLICATE after LATER_READING_EXISTS.
 */
export const readingRefusalOrder = [
  'READING_IN_FUTURE',
  'OUTSIDE_REPORTING_WINDOW',
  'AUTOMATED_REPORTING_REQUIRED',
  'REVENUE_GRADE_METER_REQUIRED',
  'MONTH_ALREADY_ISSUED',
  'LATER_READING_EXISTS',
  'READING_NOT_AFTER_PREVIOUS',
  'METER_DECREASE',
  'ABOVE_NAMEPLATE',
] as const satisfies readonly RefusalCode[];

/**
 * The judgement of one reading: accepted, superseding or repeating the one in force, or refused with the first reason in order.
 *
 * Instants and kWh -> kWh by month and flags; it never throws a Refusal. Source: program/001; domain 5.3 and 5.4.
 */
export function judgeReading(row: ReadingRow, facts: ReadingFacts, now: Date): ReadingJudgement {
  try {
    return judge(row, facts, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, facts: refusalFacts } = error;
    const { expected } = refusalFacts;
    return {
      outcome: 'REFUSED',
      code,
      message,
      facts: refusalFacts,
      expected: typeof expected === 'string' ? expected : null,
    };
  }
}

function judge(row: ReadingRow, facts: ReadingFacts, now: Date): AcceptedReading {
  checkNotInFuture(row, now);
  const { month } = windowOfSubmission(row.readAt, now);
  checkChannel(facts.channel, facts.bound, facts.capacityKw, row.readAt);
  checkMeterGrade(facts);
  checkMonthIsOpen(facts, month);
  const outcome = outcomeOf(row, facts);
  return { outcome, month, ...measure(row, month, facts, outcome !== 'DUPLICATE') };
}

const noShares: AcceptedReading['shares'] = [];

/** What a reading says of a month, whoever asks and when. */
export type MeasuredReading = Omit<AcceptedReading, 'outcome' | 'month'>;

/**
 * What a meter counted from the reading before to this one, and what of it is each month's. METER_DECREASE,
 * READING_NOT_AFTER_PREVIOUS and ABOVE_NAMEPLATE (the last two unless `checked` is false: a reading that is in force already).
 *
 * Instants and kWh -> kWh by month and flags. Source: domain 5.4.
 */
export function measure(row: ReadingRow, month: Month, facts: MeasuringFacts, checked = true): MeasuredReading {
  const elapsedMs = row.readAt.getTime() - startOf(facts).getTime();
  if (checked) checkAfterPrevious(row, facts);
  const differenceKwh = differenceOf(row, facts);
  if (checked) checkNameplate(differenceKwh, facts, month, elapsedMs);
  const lastReportedMonth = facts.previous?.month ?? monthOfInitialValue(facts.meter.installedOn);
  const shares = spreadOverMonths(lastReportedMonth, month, differenceKwh);
  const own = shares.at(-1);
  return {
    differenceKwh,
    productionKwh: own?.kwh ?? differenceKwh,
    estimated: own?.estimated ?? false,
    shares: shares.length === 1 ? noShares : shares.slice(0, -1),
    flags: plausibilityFlags(
      differenceKwh,
      facts,
      shares.map(share => share.month),
      elapsedMs,
    ),
  };
}

/** A reading is made before it is submitted. */
function checkNotInFuture(row: ReadingRow, now: Date): void {
  if (row.readAt.getTime() <= now.getTime()) return;
  throw new Refusal('READING_IN_FUTURE', 'The reading is dated after its submission.', {
    readAt: row.readAt.toISOString(),
    submittedAt: now.toISOString(),
    expected: `read at ${now.toISOString()} or before`,
  });
}

/** A bound system reports from a utility revenue quality meter. Source: program/001. */
function checkMeterGrade({ bound, meter }: ReadingFacts): void {
  if (!bound || meter.revenueGrade) return;
  throw new Refusal('REVENUE_GRADE_METER_REQUIRED', 'The meter is not of utility revenue quality.', {
    expected: 'a reading of a revenue quality meter',
  });
}

/** Readings change only months that are neither issued nor followed by a later reading. */
function checkMonthIsOpen(facts: ReadingFacts, month: Month): void {
  if (facts.monthIssued) {
    const message = `${month} is issued already, or its reading in force was used for a month that is.`;
    const next = windowOf(addMonths(month, 1));
    throw new Refusal('MONTH_ALREADY_ISSUED', message, {
      month,
      expected: `a reading of ${next.month}, read and submitted from ${next.firstDay} through ${next.lastDay}`,
    });
  }
  if (facts.hasLaterReading) {
    throw new Refusal('LATER_READING_EXISTS', `A reading of a month after ${month} is in force.`, {
      month,
      expected: 'a reading of a month after all that were read',
    });
  }
}

function outcomeOf(row: ReadingRow, { inForce }: ReadingFacts): AcceptedReading['outcome'] {
  if (inForce === null) return 'ACCEPTED';
  const same = inForce.readAt.getTime() === row.readAt.getTime() && inForce.valueKwh.eq(row.valueKwh);
  return same ? 'DUPLICATE' : 'SUPERSEDES';
}

/** The instant from which a reading counts: that of the reading before, else the beginning of the day of installation. */
function startOf(facts: MeasuringFacts): Date {
  return facts.previous?.readAt ?? startOfDay(facts.meter.installedOn);
}

/** A reading comes after the reading (or the installation) before it. */
function checkAfterPrevious(row: ReadingRow, facts: MeasuringFacts): void {
  const start = startOf(facts);
  if (row.readAt.getTime() > start.getTime()) return;
  throw new Refusal('READING_NOT_AFTER_PREVIOUS', 'The reading is not later than the one before it.', {
    readAt: row.readAt.toISOString(),
    previousReadAt: start.toISOString(),
    expected: `read after ${start.toISOString()}`,
  });
}

/** Production since the reading before; a device that was replaced after this reading must not have shown less by then. */
function differenceOf(row: ReadingRow, facts: MeasuringFacts) {
  const { meter, previous } = facts;
  const previousKwh = previous?.valueKwh ?? meter.initialValueKwh;
  if (facts.replacements.length === 0) {
    return productionBetween({
      previousKwh,
      currentKwh: row.valueKwh,
      registerDigits: meter.registerDigits,
      replacements: [],
    });
  }
  const ordered = [...facts.replacements].sort((a, b) => a.replacedAt.getTime() - b.replacedAt.getTime());
  const replacements = ordered.filter(({ replacedAt }) => replacedAt.getTime() <= row.readAt.getTime());
  const next = ordered[replacements.length];
  const last = replacements.at(-1);
  const registerDigits = last ? (last.newRegisterDigits ?? null) : meter.registerDigits;
  if (next) {
    productionBetween({ previousKwh: row.valueKwh, currentKwh: next.oldFinalKwh, registerDigits, replacements: [] });
  }
  return productionBetween({
    previousKwh,
    currentKwh: row.valueKwh,
    registerDigits: meter.registerDigits,
    replacements,
  });
}
