import type { Sql } from '../../platform/sql.js';

/**
 * A law of the data: a sentence, and the read-only query that finds every place where it does not hold. The columns of a
 * row say where: the asset by its GIS id, month, batch, ids, and what was found beside what was expected.
 */
export interface Law {
  readonly name: string;
  readonly sentence: string;
  readonly violations: Sql;
}

/** Where a law fails, by the names of the query's columns; numbers stay text, so that no digit is lost. */
export type Place = Readonly<Record<string, string | null>>;

/** What became of one law: it holds, or at how many places it fails, the first of them by name. */
export interface LawResult {
  readonly name: string;
  readonly sentence: string;
  readonly holds: boolean;
  readonly count: number;
  readonly places: readonly Place[];
  readonly milliseconds: number;
}

/** The most places that are named for one law. */
export const maximumPlaces = 20;
