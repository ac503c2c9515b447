import { instantOf } from '../boundary/columns.js';
import type { Month } from '../domain/month.js';
import { rawSql, type Sql } from '../platform/sql.js';
import type { Reading } from './reading.type.js';

/** What of a reading is listed, and its column. */
const columns = {
  id: 'id',
  month: 'month',
  readAt: 'read_at',
  valueKwh: 'value_kwh',
  differenceKwh: 'difference_kwh',
  productionKwh: 'production_kwh',
  estimated: 'estimated',
  channel: 'channel',
  flags: 'flags',
  submittedAt: 'submitted_at',
  recordedAt: 'recorded_at',
  supersededAt: 'superseded_at',
} as const satisfies Record<keyof Reading, string>;

/** How a column is written as text that is never null, where that is not plain. */
const texts: Partial<Record<ReadingColumn, string>> = {
  flags: `array_to_string(flags, ' ')`,
  supersededAt: `coalesce(superseded_at::text, '')`,
};

export type ReadingColumn = keyof typeof columns;
const all = Object.keys(columns) as ReadingColumn[];

const counted = ['readAt', 'valueKwh', 'differenceKwh', 'estimated'] as const;

/** What is read together, by what is asked: so few groups that their statements are few too, and each keeps its name. */
const groups: readonly { readonly asked: readonly string[]; readonly columns: readonly ReadingColumn[] }[] = [
  { asked: ['node', 'month', 'hasNextPage', '__typename'], columns: [] },
  { asked: ['id', 'nodeId', 'cursor', 'endCursor'], columns: ['id'] },
  { asked: ['productionKwh'], columns: ['productionKwh'] },
  { asked: counted, columns: counted },
];
const columnsOf = new WeakMap<ReadonlySet<string>, readonly ReadingColumn[]>();

/** The columns that make up what is asked of readings and their page: the month, and each group of which one is asked; all, if one is in none. */
export function columnsFor(asked: ReadonlySet<string> | undefined): readonly ReadingColumn[] {
  if (!asked) return all;
  const before = columnsOf.get(asked);
  if (before) return before;
  const chosen = groups.filter(group => group.asked.some(name => asked.has(name)));
  const known = chosen.flatMap(group => group.asked);
  const columns: readonly ReadingColumn[] = [...asked].every(name => known.includes(name))
    ? ['month', ...chosen.flatMap(group => group.columns)]
    : all;
  columnsOf.set(asked, columns);
  return columns;
}

/** What stands between two values of a column: none of them has one. */
const between = '|';

/** The columns that `readingTexts` puts together, of the table. */
export function readingColumns(wanted: readonly ReadingColumn[]): Sql {
  return rawSql(wanted.map(column => columns[column]).join(', '));
}

/** Of the `readingColumns` of all readings: how many, and each column put together; null without readings. */
export function readingTexts(wanted: readonly ReadingColumn[]): Sql {
  const each = wanted.map(column => `string_agg((${texts[column] ?? columns[column]})::text, '${between}')`);
  return rawSql(['count(*)', ...each].join(', '));
}

/** The id of a parent, how many readings, and their columns. */
export type ReadingsOfParent = readonly [parentId: string, count: string, ...columns: (string | null)[]];

/** The readings of a parent, made when they are asked for. */
export interface ReadingsFound {
  readonly count: number;
  readonly rows: () => readonly ListedReading[];
}

/** The readings of each parent, in the order of the statement that asked for these columns. */
export function readingsIn(
  found: readonly ReadingsOfParent[],
  wanted: readonly ReadingColumn[],
): ReadonlyMap<string, ReadingsFound> {
  const taken = new Map<string, readonly string[]>();
  return new Map(
    found.map(([id, counted, ...texts]) => {
      const count = Number(counted);
      const rows = () => {
        const columns = new Columns(texts, wanted, taken);
        return Array.from({ length: count }, (_, at) => new ListedReading(columns, at));
      };
      return [id, { count, rows }];
    }),
  );
}

/** Columns, each taken apart when it is first asked for; those that are alike, as the months of most parents are, once. */
class Columns {
  readonly #texts: readonly (string | null)[];
  readonly #wanted: readonly ReadingColumn[];
  readonly #taken: Map<string, readonly string[]>;
  readonly #values: Partial<Record<ReadingColumn, readonly string[]>> = {};

  constructor(
    texts: readonly (string | null)[],
    wanted: readonly ReadingColumn[],
    taken: Map<string, readonly string[]>,
  ) {
    this.#texts = texts;
    this.#wanted = wanted;
    this.#taken = taken;
  }

  of(column: ReadingColumn): readonly string[] {
    const known = this.#values[column];
    if (known) return known;
    const at = this.#wanted.indexOf(column);
    if (at < 0) throw new Error(`${column} was not read`);
    const values = this.#apart(column, this.#texts[at] ?? '');
    this.#values[column] = values;
    return values;
  }

  #apart(column: ReadingColumn, text: string): readonly string[] {
    if (column !== 'month') return text.split(between);
    const known = this.#taken.get(text);
    if (known) return known;
    const months = text.split(between).map(day => day.slice(0, 7));
    this.#taken.set(text, months);
    return months;
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
    return this.#text('month') as Month;
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

  #text(column: ReadingColumn): string {
    return this.#columns.of(column)[this.#at] ?? '';
  }
}
