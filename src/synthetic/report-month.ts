import { createHash } from 'node:crypto';
import { type Decimal, decimalText, zero } from '../domain/decimal.js';
import type { Month } from '../domain/month.js';
import type { Ask } from './api-client.js';
import type { ReportedUnit } from './imported-units.js';
import { replaceMeter, type SubmittedReadings, submitReadings } from './operations.js';
import type { SyntheticMonth } from './synthetic-months.js';

/** The most rows that one call carries, and the calls under way at once. */
const rowsPerCall = 5_000;
const callsAtOnce = 3;

/** What reporting came to; adds up over months. */
export interface ReportFigures {
  calls: number;
  replayedCalls: number;
  rows: number;
  accepted: number;
  superseded: number;
  duplicates: number;
  refused: number;
  estimated: number;
  flagged: number;
  missed: number;
  replacedMeters: number;
  producedKwh: Decimal;
  refusals: Record<string, number>;
  ms: number;
}

export function noFigures(): ReportFigures {
  return {
    calls: 0,
    replayedCalls: 0,
    rows: 0,
    accepted: 0,
    superseded: 0,
    duplicates: 0,
    refused: 0,
    estimated: 0,
    flagged: 0,
    missed: 0,
    replacedMeters: 0,
    producedKwh: zero,
    refusals: {},
    ms: 0,
  };
}

/** A unit with what happened at its meter in the month that is reported. */
export interface UnitMonth extends SyntheticMonth {
  readonly unit: ReportedUnit;
}

export interface MonthReport {
  readonly month: Month;
  readonly readAt: Date;
  readonly units: readonly UnitMonth[];
  readonly staff: Ask;
  readonly askAsAccount: (accountId: string) => Ask;
}

/** Reports a month through the API: first staff records meters replaced in it, then each DAS provider submits its readings. */
export async function reportMonth({ units, staff, askAsAccount, ...report }: MonthReport, figures: ReportFigures) {
  const startedAt = performance.now();
  for (const { unit, replacement } of units) {
    if (!replacement) continue;
    const { replacedAt, oldFinalKwh } = replacement;
    await ask(staff, replaceMeter, `${report.month} replacement ${unit.ptsId}`, {
      ptsId: unit.ptsId,
      replacedAt: replacedAt.toISOString(),
      oldFinalKwh: decimalText(oldFinalKwh),
      newInitialKwh: '0',
      reason: 'synthetic year: meter replaced',
    });
    figures.replacedMeters += 1;
  }
  const calls = [...Map.groupBy(units, each => each.unit.providerId)].flatMap(([providerId, ofProvider]) =>
    chunks(ofProvider.filter(each => each.valueKwh !== null)).map((chunk, index) => ({ providerId, chunk, index })),
  );
  figures.missed += units.filter(each => each.valueKwh === null).length;
  await severalAtOnce(calls, async ({ chunk, providerId, index }) => {
    const reporter = askAsAccount(chunk[0]?.unit.reporterId ?? '');
    const readings = chunk.map(({ unit, valueKwh }) => ({
      ptsId: unit.ptsId,
      readAt: report.readAt.toISOString(),
      valueKwh: decimalText(valueKwh ?? zero),
    }));
    const key = `${report.month} readings ${providerId}-${index}`;
    const answer = await ask<SubmittedReadings>(reporter, submitReadings, key, { readings });
    add(figures, answer.submitReadings, chunk);
  });
  figures.ms += Math.round(performance.now() - startedAt);
}

/** Does all of it, a few at a time. After a failure nothing new is begun; it is thrown when nothing is under way any more. */
async function severalAtOnce<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    try {
      for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each);
    } catch (error) {
      left.length = 0;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: callsAtOnce }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

/** Asks under a key that names the request and its content, so that other content is another request. */
function ask<T>(as: Ask, document: string, name: string, input: object): Promise<T> {
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16);
  return as<T>(document, { input, key: `synthetic year ${name} ${digest}` });
}

function add(figures: ReportFigures, answer: SubmittedReadings['submitReadings'], chunk: readonly UnitMonth[]): void {
  figures.calls += 1;
  figures.replayedCalls += answer.replayed ? 1 : 0;
  figures.rows += chunk.length;
  figures.accepted += answer.accepted;
  figures.superseded += answer.superseded;
  figures.duplicates += answer.duplicates;
  figures.refused += answer.refused;
  for (const [index, { status, code, estimated, flags }] of answer.outcomes.entries()) {
    if (estimated) figures.estimated += 1;
    if (flags.length > 0) figures.flagged += 1;
    if (code !== null) figures.refusals[code] = (figures.refusals[code] ?? 0) + 1;
    if (status !== 'REFUSED') {
      figures.producedKwh = figures.producedKwh.plus(chunk[index]?.sinceReportedKwh ?? zero);
    }
  }
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / rowsPerCall) }, (_, index) =>
    all.slice(index * rowsPerCall, (index + 1) * rowsPerCall),
  );
}
