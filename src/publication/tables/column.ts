import type { GraphQLScalarType } from 'graphql';
import { ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar, DecimalScalar, MonthScalar, QuarterScalar } from '../../boundary/scalars.js';

/**
 * What a column holds. ID and CODE are words of ours; TEXT is what somebody wrote. DECIMAL is exact text of a number, DATE a day,
 * MONTH `YYYY-MM`, QUARTER `YYYY-Qn`, INSTANT ISO 8601 in UTC.
 */
export type ColumnKind =
  | 'ID'
  | 'CODE'
  | 'TEXT'
  | 'INTEGER'
  | 'DECIMAL'
  | 'DATE'
  | 'MONTH'
  | 'QUARTER'
  | 'INSTANT'
  | 'YES_NO';

/** A value as tables hand it over: numbers that must stay exact, days and quarters are text. */
export type Cell = string | number | boolean | null;

/** A column of a public table: its presence here is its publication, in GraphQL and in every file alike. */
export interface Column {
  readonly key: string;
  readonly kind: ColumnKind;
  /** null is possible: not known, or not to be told. */
  readonly nullable: boolean;
  readonly description: string;
  /** The registered enum of a CODE. */
  readonly words?: object;
}

/** Makes a column that always has a value. */
export function column(key: string, kind: ColumnKind, description: string, words?: object): Column {
  return { key, kind, nullable: false, description, ...(words ? { words } : {}) };
}

/** Makes a column that may be empty. */
export function optional(key: string, kind: ColumnKind, description: string, words?: object): Column {
  return { ...column(key, kind, description, words), nullable: true };
}

const types: Readonly<Record<Exclude<ColumnKind, 'CODE'>, GraphQLScalarType | StringConstructor | BooleanConstructor>> =
  {
    ID,
    TEXT: String,
    INTEGER: Int,
    DECIMAL: DecimalScalar,
    DATE: DateScalar,
    MONTH: MonthScalar,
    QUARTER: QuarterScalar,
    INSTANT: DateTimeScalar,
    YES_NO: Boolean,
  };

/** The GraphQL type of a column; a CODE without registered words is text. */
export function graphqlTypeOf({ kind, words }: Column): object {
  return kind === 'CODE' ? (words ?? String) : types[kind];
}
