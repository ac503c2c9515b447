import type { LocalDate } from '../local-date.js';
import type { Confidence, DatedRow } from './dated-table.js';

/** A dated row for one compliance year: January 1 through December 31. */
export function yearRow<T>(year: number, value: T, source: string, confidence: Confidence): DatedRow<T> {
  return { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate, value, source, confidence };
}
