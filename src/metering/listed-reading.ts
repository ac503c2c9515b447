import { instantOf } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { rawSql } from '../platform/sql.js';
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
const places = Object.fromEntries(Object.keys(columns).map((name, at) => [name, at + 1])) as Record<Column, number>;

/** What stands between two values of a column: none of them has one. */
const between = '|';

/** All readings of a table `r`, column by column; null without readings. */
export const readingColumns = rawSql(
  Object.values(columns)
    .map(column => `string_agg((${column})::text, '${between}')`)
    .join(', '),
);

/** The id of a parent, and the columns of its readings. */
export type ReadingsOfParent = readonly [parentId: string, ...columns: (string | null)[]];

/** The readings of a parent, in the order of the statement. */
export function readingsIn(page: ReadingsOfParent): ListedReading[] {
  const values = new Columns(page);
  return values.of(places.id).map((_, at) => new ListedReading(values, at));
}

/** Columns, each taken apart when it is first asked for. */
class Columns {
  readonly #texts: ReadingsOfParent;
  readonly #values: (readonly string[] | undefined)[] = [];

  constructor(texts: ReadingsOfParent) {
    this.#texts = texts;
  }

  of(place: number): readonly string[] {
    const known = this.#values[place];
    if (known) return known;
    const values = this.#texts[place]?.split(between) ?? [];
    this.#values[place] = values;
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
    return this.#columns.of(places[column])[this.#at] ?? '';
  }
}
