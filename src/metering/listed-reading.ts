import { instantOf } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { rawSql, type Sql } from '../platform/sql.js';
import type { Reading } from './reading.type.js';

/** What of a reading is listed, and how its column `r` is written as text that is never null. */
const columns = {
  id: 'r.id',
  month: 'r.month',
  readAt: 'r.read_at',
  valueKwh: 'r.value_kwh',
  differenceKwh: 'r.difference_kwh',
  productionKwh: 'r.production_kwh',
  estimated: 'r.estimated',
  channel: 'r.channel',
  flags: `array_to_string(r.flags, ' ')`,
  submittedAt: 'r.submitted_at',
  recordedAt: 'r.recorded_at',
  supersededAt: `coalesce(r.superseded_at::text, '')`,
} as const satisfies Record<keyof Reading, string>;

type Column = keyof typeof columns;
const all = Object.keys(columns) as Column[];

/** What is read together: of so few groups that their statements are few too, and each keeps its name. */
const groups: readonly (readonly Column[])[] = [
  ['productionKwh'],
  ['readAt', 'valueKwh', 'differenceKwh', 'estimated'],
];

/** The columns that make up what is asked: those of its place, and of each group of which one is asked; all, if one is in none. */
export function columnsFor(asked: ReadonlySet<string> | undefined): readonly Column[] {
  if (!asked) return all;
  const place: readonly Column[] = ['id', 'month'];
  const chosen = [...place, ...groups.filter(group => group.some(column => asked.has(column))).flat()];
  const known: readonly string[] = [...chosen, '__typename'];
  return [...asked].every(name => known.includes(name)) ? chosen : all;
}

/** What stands between two values of a column: none of them has one. */
const between = '|';

/** Columns of all readings of a table `r`, each put together; null without readings. */
export function readingColumns(wanted: readonly Column[]): Sql {
  return rawSql(wanted.map(column => `string_agg((${columns[column]})::text, '${between}')`).join(', '));
}

/** The id of a parent, and the columns of its readings. */
export type ReadingsOfParent = readonly [parentId: string, ...columns: (string | null)[]];

/** The readings of a parent, in the order of the statement that asked for these columns. */
export function readingsIn(page: ReadingsOfParent, wanted: readonly Column[]): ListedReading[] {
  const values = new Columns(page, wanted);
  return values.of('id').map((_, at) => new ListedReading(values, at));
}

/** Columns, each taken apart when it is first asked for. */
class Columns {
  readonly #texts: ReadingsOfParent;
  readonly #wanted: readonly Column[];
  readonly #values: Partial<Record<Column, readonly string[]>> = {};

  constructor(texts: ReadingsOfParent, wanted: readonly Column[]) {
    this.#texts = texts;
    this.#wanted = wanted;
  }

  of(column: Column): readonly string[] {
    const known = this.#values[column];
    if (known) return known;
    const at = this.#wanted.indexOf(column);
    if (at < 0) throw new Error(`${column} was not read`);
    const values = this.#texts[at + 1]?.split(between) ?? [];
    this.#values[column] = values;
    return values;
  }
}

/** A reading of a page: what nobody asks for is not even read. */
export class ListedReading implements Reading {
  readonly #columns: Columns;
  readonly #at: number;

  constructor(columns: Columns, at: number) {
    this.#columns = columns;
    this.#at = at;
  }

  get id(): string {
    return this.#text('id');
  }
  get month(): Month {
    return this.#text('month').slice(0, 7) as Month;
  }
  get readAt(): Date {
    return instantOf(this.#text('readAt'));
  }
  get valueKwh(): string {
    return this.#text('valueKwh');
  }
  get differenceKwh(): string {
    return this.#text('differenceKwh');
  }
  get productionKwh(): string {
    return this.#text('productionKwh');
  }
  get estimated(): boolean {
    return this.#text('estimated') === 'true';
  }
  get channel(): Reading['channel'] {
    return this.#text('channel') as Reading['channel'];
  }
  get flags(): string[] {
    const flags = this.#text('flags');
    return flags === '' ? [] : flags.split(' ');
  }
  get submittedAt(): Date {
    return instantOf(this.#text('submittedAt'));
  }
  get recordedAt(): Date {
    return instantOf(this.#text('recordedAt'));
  }
  get supersededAt(): Date | null {
    const instant = this.#text('supersededAt');
    return instant === '' ? null : instantOf(instant);
  }

  #text(column: Column): string {
    return this.#columns.of(column)[this.#at] ?? '';
  }
}
