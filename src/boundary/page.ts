import 'reflect-metadata';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Refusal } from '../domain/error.js';
import { shortened } from './shortened.js';

/** The most rows that one page may ask for. */
export const maximumPageSize = 500;

/** What a connection takes: keyset pages, so page 2,000 costs what page 1 costs. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many at most, 1 to ${maximumPageSize}.` })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to begin: `pageInfo.endCursor` of the page before.',
  })
  after?: string | null;
}

@ObjectType({ description: 'Where a page ends, and whether there is more.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'true: there are rows after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row; null on an empty page (of changes: where to go on, also on an empty one).',
  })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Page<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/** The values by which a row stands in the order of its page. */
type KeyOf<Node> = (node: Node) => readonly string[];

/**
 * One page by keyset.
 *
 * `fetch` gives at most `limit` rows that come after `key` in an order of its own; `keyOf` gives the values by which a row
 * stands in that order. Refuses `first` out of range and a cursor that is not one of ours with BAD_USER_INPUT.
 */
export async function pageOf<Node>(
  args: PageArgs,
  keyLength: number,
  fetch: (key: readonly string[] | null, limit: number) => Promise<readonly Node[]>,
  keyOf: KeyOf<Node>,
): Promise<Page<Node>> {
  const { key, limit } = boundsOf(args, keyLength);
  const found = await fetch(key, limit);
  return new PageOfRows(args, found.length, () => found, keyOf);
}

/** After which key a page begins (null: at the beginning), and how many rows tell whether there are more. Refuses as `pageOf` does. */
export function boundsOf({ first, after }: PageArgs, keyLength: number) {
  requirePageSize(first);
  return { key: after ? parseCursor(after, keyLength) : null, limit: first + 1 };
}

/**
 * The page of rows that come after its key, and where it ends; one row too many tells that there are more. Rows, edges and cursors are made
 * when they are asked for, which is when they are written: what is made before is copied by the garbage collector until then.
 */
export class PageOfRows<Node> implements Page<Node>, PageInfo {
  readonly #first: number;
  readonly #found: number;
  readonly #rows: () => readonly Node[];
  readonly #keyOf: KeyOf<Node>;

  /** `rows` gives all that were found, at most one more than the page has. */
  constructor({ first }: Pick<PageArgs, 'first'>, found: number, rows: () => readonly Node[], keyOf: KeyOf<Node>) {
    this.#first = first;
    this.#found = found;
    this.#rows = rows;
    this.#keyOf = keyOf;
  }

  get edges(): readonly Edge<Node>[] {
    return this.#nodes().map(node => new KeyedEdge(node, this.#keyOf));
  }

  get pageInfo(): PageInfo {
    return this;
  }

  get hasNextPage(): boolean {
    return this.#found > this.#first;
  }

  get endCursor(): string | null {
    const last = this.#nodes().at(-1);
    return last === undefined ? null : cursorOf(this.#keyOf(last));
  }

  #nodes(): readonly Node[] {
    const rows = this.#rows();
    return rows.length > this.#first ? rows.slice(0, this.#first) : rows;
  }
}

/** A row and its place; the cursor is written when it is asked for, which is seldom. */
class KeyedEdge<Node> implements Edge<Node> {
  readonly node: Node;
  readonly #keyOf: KeyOf<Node>;

  constructor(node: Node, keyOf: KeyOf<Node>) {
    this.node = node;
    this.#keyOf = keyOf;
  }

  get cursor(): string {
    return cursorOf(this.#keyOf(this.node));
  }
}

/** Refuses a page of less than 1 or more than `maximumPageSize` rows with BAD_USER_INPUT. */
export function requirePageSize(first: number): void {
  if (first >= 1 && first <= maximumPageSize) return;
  throw new Refusal('BAD_USER_INPUT', `\`first\` is ${first}; it must be 1 to ${maximumPageSize}.`, {
    field: 'first',
    value: first,
    maximum: maximumPageSize,
  });
}

function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parseCursor(cursor: string, length: number): readonly string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every(part => typeof part === 'string')) return key;
  } catch {
    // not ours: refused below
  }
  throw notACursor(cursor);
}

/** BAD_USER_INPUT for text that is no cursor of the connection that it was given to. */
export function notACursor(cursor: string): Refusal {
  return new Refusal('BAD_USER_INPUT', `"${shortened(cursor)}" is not a cursor of this connection.`, {
    field: 'after',
    value: shortened(cursor),
  });
}

/** Makes the connection and edge types of a node type. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class NodeEdge {
    @Field(() => node, { description: 'The row itself.' })
    node!: Node;

    @Field(() => String, { description: 'Where it stands: usable as `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows.` })
  class Connection {
    @Field(() => [NodeEdge], { description: 'The rows with their cursors.' })
    edges!: Edge<Node>[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}
