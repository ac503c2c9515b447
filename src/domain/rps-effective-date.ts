import { addDays, type LocalDate, laterOf } from './local-date.js';
import { addMonths, firstDayOf } from './month.js';
import type { Program } from './program.js';
import { addQuarters, firstDayOfQuarter, lastDayOfQuarter, monthsOf, type Quarter, quarterOfDate } from './quarter.js';
import type { Confidence } from './rules/dated-table.js';
import { filingDeadlines, programStarts } from './rules/qualification-dates.js';

/** What the tables propose. `assumedOn` is a day that only an inferred deadline leads to: to be shown, never to be used. */
export interface EffectiveDateProposal {
  readonly effectiveOn: LocalDate | null;
  readonly assumedOn: LocalDate | null;
  readonly rule: string;
  readonly source: string;
}

const rule =
  'the commercial operation date when filed by the deadline of its quarter, else the first day of the earliest quarter whose deadline the filing still met; never before the programme took effect';
const source = 'domain 6: filing deadlines of statements of qualification';

/**
 * The RPS effective date of a unit by the day on which its application was filed. An inferred deadline (that of the third quarter)
 * can lie anywhere between the end of its quarter and the deadline of the next: only where that makes no difference there is a
 * proposal. The deadlines are those of the solar carve-outs; for Class I what they would give is shown as assumed.
 *
 * Days -> day, or null. Source: domain 6.
 */
export function rpsEffectiveDate(
  program: Program,
  commercialOperationOn: LocalDate,
  filedOn: LocalDate,
): EffectiveDateProposal {
  const from = programStarts.rows.find(row => row.value.program === program)?.value.on ?? commercialOperationOn;
  const by = (deadline: (quarter: Quarter) => LocalDate) =>
    laterOf(from, effectiveBy(commercialOperationOn, filedOn, deadline));
  const assumedOn = by(deadlineOf);
  const verified = program !== 'CLASS_I' && by(earliestDeadlineOf) === assumedOn && by(latestDeadlineOf) === assumedOn;
  return { effectiveOn: verified ? assumedOn : null, assumedOn: verified ? null : assumedOn, rule, source };
}

function effectiveBy(
  operationOn: LocalDate,
  filedOn: LocalDate,
  deadlineOf: (quarter: Quarter) => LocalDate,
): LocalDate {
  const ofOperation = quarterOfDate(operationOn);
  let quarter = ofOperation;
  while (filedOn > deadlineOf(quarter)) quarter = addQuarters(quarter, 1);
  return quarter === ofOperation ? operationOn : firstDayOfQuarter(quarter);
}

/** The deadline of a quarter of operation with its source; an inferred one is to be shown, never to be used. Source: domain 6. */
export function filingDeadlineOf(quarter: Quarter): {
  readonly on: LocalDate;
  readonly source: string;
  readonly confidence: Confidence;
} {
  const { source, confidence } = rowOf(quarter);
  return { on: deadlineOf(quarter), source, confidence };
}

/** The deadline of a quarter of operation, inferred or not. */
function deadlineOf(quarter: Quarter): LocalDate {
  const { monthsAfter, day } = rowOf(quarter).value;
  return addDays(firstDayOf(addMonths(monthsOf(quarter)[2], monthsAfter)), day - 1);
}

function earliestDeadlineOf(quarter: Quarter): LocalDate {
  return isInferred(quarter) ? lastDayOfQuarter(quarter) : deadlineOf(quarter);
}

function latestDeadlineOf(quarter: Quarter): LocalDate {
  return isInferred(quarter) ? addDays(deadlineOf(addQuarters(quarter, 1)), -1) : deadlineOf(quarter);
}

function isInferred(quarter: Quarter): boolean {
  return rowOf(quarter).confidence === 'INFERRED';
}

function rowOf(quarter: Quarter) {
  const row = filingDeadlines.rows.find(({ value }) => value.quarterOfYear === Number(quarter.slice(6)));
  if (!row) throw new RangeError(`no deadline for ${quarter}`);
  return row;
}
