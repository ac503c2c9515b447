import { Refusal } from '../error.js';
import type { LocalDate } from '../local-date.js';

/**
 * How sure the house is of a figure. PROGRAM: the program's own pages. FOUND: read in a public source. DERIVED: computed from
 * those. MEMORY: recalled, unverified. INFERRED: a plausible completion, listed but never used. POLICY: this house decided.
 */
export type Confidence = 'PROGRAM' | 'FOUND' | 'DERIVED' | 'MEMORY' | 'INFERRED' | 'POLICY';

/** A figure with its first and last day (both inclusive, null = open), where it comes from, and how sure that is. */
export interface DatedRow<T> {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly value: T;
  readonly source: string;
  readonly confidence: Confidence;
}

/** A regulation number over time. */
export interface DatedTable<T> {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly rows: readonly DatedRow<T>[];
  /** The value as a person reads it. */
  readonly text: (value: T) => string;
}

/** Rows in force on a day, inferred ones left out. */
export function rowsOn<T>(table: DatedTable<T>, date: LocalDate): DatedRow<T>[] {
  return table.rows.filter(row => isInForce(row, date));
}

/** The value in force on a day, inferred rows left out; NO_RULE_IN_FORCE when there is none. */
export function valueOn<T>(table: DatedTable<T>, date: LocalDate): T {
  const row = table.rows.find(candidate => isInForce(candidate, date));
  if (row === undefined) {
    throw new Refusal('NO_RULE_IN_FORCE', `"${table.name}" has no verified figure for ${date}.`, {
      table: table.name,
      date,
    });
  }
  return row.value;
}

function isInForce(row: DatedRow<unknown>, date: LocalDate): boolean {
  if (row.confidence === 'INFERRED') return false;
  return (row.from === null || row.from <= date) && (row.to === null || date <= row.to);
}
