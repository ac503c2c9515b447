import { type Decimal, zero } from '../domain/decimal.js';
import type { SubmittedReadings } from './operations.js';
import type { SyntheticMonth } from './synthetic-months.js';

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

/** Figures before anything was reported. */
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

/** Adds the answer to a call; `chunk` holds what was sent, in the same order. */
export function addAnswer(
  figures: ReportFigures,
  answer: SubmittedReadings['submitReadings'],
  chunk: readonly SyntheticMonth[],
): void {
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
